using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot.Sockets;

/// <summary>Where bots connect in Socket Mode, with a ticket from apps.connections.open; and how tests disturb the connections.</summary>
internal static class SocketEndpoint
{
    public static void MapSockets(this WebApplication app)
    {
        app.UseWebSockets();
        app.Map("/socket", Connect);
        app.MapGet("/playground/sockets", (SocketHub hub) => Results.Json(new { open = hub.All.Count }));
        app.MapPost("/playground/sockets", Disturb);
    }

    private static async Task Connect(HttpContext http, string? ticket, SocketHub hub, SlackWorkspace workspace)
    {
        if (!http.WebSockets.IsWebSocketRequest || !hub.Redeem(ticket))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var bot = new BotSocket(socket, http);
        await bot.Hello(hub.All.Count + 1, workspace.Bot.AppId);
        hub.Add(bot);
        try
        {
            await bot.Listen();
        }
        finally
        {
            hub.Remove(bot);
        }
    }

    /// <summary>Ends all connections that are open now by this reason, or without a word ("kill"), or cuts deliveries into frames.</summary>
    private static async Task<IResult> Disturb(Disturbance asked, SocketHub hub)
    {
        if (asked.Frames is { } frames) hub.Frames = Math.Clamp(frames, 1, 1000);
        foreach (var socket in asked.Disconnect is null ? [] : hub.All)
        {
            if (asked.Disconnect == "kill") socket.Kill();
            else await socket.Disconnect(asked.Disconnect!);
        }
        return Results.NoContent();
    }

    internal sealed record Disturbance(string? Disconnect, int? Frames);
}
