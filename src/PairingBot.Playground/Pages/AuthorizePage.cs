using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;
using PairingBot.Playground.SlackApi;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.Pages;

/// <summary>/oauth/v2/authorize: where somebody allows the bot to come into the workspace, or does not.</summary>
internal static class AuthorizePage
{
    public static void MapAuthorizePage(this WebApplication app)
    {
        app.MapGet("/oauth/v2/authorize", Show);
        app.MapPost("/oauth/v2/authorize", Decide).DisableAntiforgery();
    }

    private static IResult Show(HttpRequest request, SlackWorkspace workspace, PlaygroundOptions options)
    {
        if (Fault(request.Query, options) is { } fault) return Html($"<h1>Something went wrong</h1><p>{Encode(fault)}</p>", StatusCodes.Status400BadRequest);
        var scopes = string.Join("", request.Query["scope"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries).Select(scope => $"<li>{Encode(scope)}</li>"));
        return Html(
            $"""
            <h1>{Encode(workspace.Bot.Name)} would like to come into {Encode(workspace.Team.Name)}</h1><p>It asks for:</p><ul>{scopes}</ul>
            <form method="post" action="/oauth/v2/authorize{Encode(request.QueryString.Value ?? "")}">
            <button name="answer" value="allow" data-test="allow">Allow</button> <button name="answer" value="cancel" data-test="cancel">Cancel</button></form>
            """);
    }

    private static async Task<IResult> Decide(HttpRequest request, SlackWorkspace workspace, AppTokens tokens, PlaygroundOptions options)
    {
        if (Fault(request.Query, options) is not null) return Results.BadRequest();
        var redirect = request.Query["redirect_uri"].ToString();
        var answer = new Dictionary<string, string?> { ["state"] = request.Query["state"] };
        if ((await request.ReadFormAsync())["answer"] == "allow") answer["code"] = tokens.NewCode(workspace.People.First(person => person.CanSignIn).Id, redirect);
        else answer["error"] = "access_denied";
        return Results.Redirect(QueryHelpers.AddQueryString(redirect, answer));
    }

    private static string? Fault(IQueryCollection query, PlaygroundOptions options)
    {
        if (query["client_id"] != options.ClientId) return "invalid_client_id";
        if (query["scope"].ToString().Length == 0) return "no_scopes";
        return Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out var redirect) && redirect.IsLoopback && redirect.Scheme == Uri.UriSchemeHttp ? null : "bad_redirect_uri: this stand-in sends people back to this machine only";
    }

    private static IResult Html(string body, int status = StatusCodes.Status200OK) =>
        Results.Content($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Playground</title></head><body><main>{body}</main></body></html>", "text/html; charset=utf-8", statusCode: status);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
