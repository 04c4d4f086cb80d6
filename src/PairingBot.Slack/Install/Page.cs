using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace PairingBot.Slack.Install;

/// <summary>What a page says: paragraphs, perhaps steps, perhaps one link onward. Plain text all of it; encoding is the page's business.</summary>
internal sealed record PageWords(string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<string>? Steps = null, (string Address, string Label)? Link = null);

/// <summary>A small page that loads nothing, runs nothing and is kept by nobody.</summary>
internal static class Page
{
    private const string Style =
        "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem;color:#2b2320;background:#fff}a{color:#0b57a4}h1{font-size:1.6rem;line-height:1.25}@media(prefers-color-scheme:dark){body{color:#eee6e1;background:#1b1715}a{color:#8cc2ff}}";

    public static Task WriteAsync(HttpContext context, int status, PageWords words)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        response.Headers["Referrer-Policy"] = "no-referrer"; // the address holds a code
        response.Headers.XContentTypeOptions = "nosniff";
        return response.WriteAsync(Html(words), context.RequestAborted);
    }

    private static string Html(PageWords words)
    {
        var html = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Append("<title>").Append(Encode(words.Title)).Append("</title><style>").Append(Style).Append("</style></head><body><main><h1>").Append(Encode(words.Title)).Append("</h1>");
        foreach (var paragraph in words.Paragraphs) html.Append("<p>").Append(Encode(paragraph)).Append("</p>");
        if (words.Steps is { Count: > 0 } steps) html.Append("<ol>").AppendJoin("", steps.Select(step => $"<li>{Encode(step)}</li>")).Append("</ol>");
        if (words.Link is var (address, label)) html.Append("<p><a href=\"").Append(Encode(address)).Append("\">").Append(Encode(label)).Append("</a></p>");
        return html.Append("</main></body></html>").ToString();
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
