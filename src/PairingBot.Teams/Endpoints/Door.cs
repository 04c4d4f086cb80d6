using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Tokens;

namespace PairingBot.Teams.Endpoints;

/// <summary>Lets through only what the Bot Connector sends to this bot; whoever is refused hears no reason, and the log does.</summary>
internal sealed class Door(TokenCheck tokens, ActivityCheck activities, ILogger<Door> log)
{
    public const int Largest = 256 * 1024;

    /// <summary>Null when the request is refused; the response then says so, without a body.</summary>
    public async Task<Activity?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > Largest) return TooLarge(context);
        var token = await tokens.CheckAsync(context.Request.Headers.Authorization, context.RequestAborted);
        if (token.Verdict != TokenVerdict.Holds)
        {
            log.TokenRefused(token.Verdict);
            return Refuse(context, StatusCodes.Status401Unauthorized);
        }

        if (await BytesAsync(context.Request, context.RequestAborted) is not { } body) return TooLarge(context);
        if (Activity.Read(Encoding.UTF8.GetString(body)) is not { } activity)
        {
            log.BodyUnreadable();
            return Refuse(context, StatusCodes.Status400BadRequest);
        }

        var verdict = activities.Check(activity, token);
        if (verdict == ActivityVerdict.Holds) return activity;
        log.ActivityRefused(verdict, activity.Id);
        return Refuse(context, StatusCodes.Status403Forbidden);
    }

    private Activity? TooLarge(HttpContext context)
    {
        log.BodyTooLarge();
        return Refuse(context, StatusCodes.Status413PayloadTooLarge);
    }

    private static Activity? Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return null;
    }

    private static async Task<byte[]?> BytesAsync(HttpRequest request, CancellationToken cancel)
    {
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
