using System.Text;

namespace PairingBot.MicrosoftTown.Control;

/// <summary>
/// Whatever is posted to /town/sign/… goes on to the bot signed, and the bot's answer comes back: Microsoft's own simulator sends without a token, and the bot has no switch to let that in.
/// The simulator's activity is passed on as it is; its token names the service address that the activity names.
/// </summary>
internal static class SignRelay
{
    public static void Map(RouteGroupBuilder control, BotLine line) => control.MapPost("/sign/{**rest}", async (HttpContext context) =>
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        if (Teller.Read(await reader.ReadToEndAsync(context.RequestAborted)) is not { } activity)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var answer = await line.SendAsync(activity, context.RequestAborted);
        context.Response.StatusCode = answer.Status == 0 ? StatusCodes.Status502BadGateway : answer.Status;
        if (answer.Body is null) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(answer.Body.ToJsonString(), context.RequestAborted);
    });
}
