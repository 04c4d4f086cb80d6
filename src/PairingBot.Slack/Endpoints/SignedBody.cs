using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Slack.Intake;

namespace PairingBot.Slack.Endpoints;

/// <summary>Reads the raw bytes of a request and lets through only what Slack has signed.</summary>
internal sealed class SignedBody(
    IOptions<SlackOptions> options,
    [FromKeyedServices(SlackTime.Real)] TimeProvider time,
    ILogger<SignedBody> log)
{
    public const int Largest = SlackForm.Largest;

    /// <summary>Null when the request is refused; the response then says so, without a body.</summary>
    public async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (await BytesAsync(context.Request, context.RequestAborted) is not { } body)
        {
            log.BodyTooLarge(context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return null;
        }

        var headers = context.Request.Headers;
        var verdict = SlackSignature.Check(
            options.Value.SigningSecret, headers[SlackSignature.TimestampHeader], headers[SlackSignature.SignatureHeader], body, time.GetUtcNow());
        if (verdict == SignatureVerdict.Holds) return body;

        log.SignatureRefused(context.Request.Path, verdict);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return null;
    }

    private static async Task<byte[]?> BytesAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > Largest) return null;
        using var bytes = new MemoryStream((int)(request.ContentLength ?? 0));
        var chunk = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(chunk, cancel)) > 0;)
        {
            if (bytes.Length + read > Largest) return null;
            bytes.Write(chunk, 0, read);
        }

        return bytes.ToArray();
    }
}
