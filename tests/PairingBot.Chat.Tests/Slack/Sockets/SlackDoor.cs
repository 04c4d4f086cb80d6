using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace PairingBot.Chat.Tests.Slack.Sockets;

/// <summary>Where the bot connects: gives out addresses that are good once, and hands each connection to the test.</summary>
internal sealed class SlackDoor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<SlackSocket> opened = Channel.CreateUnbounded<SlackSocket>();
    private int tickets;
    private int lastUsed;

    public bool IsDeaf { get; set; }

    /// <summary>What is said first; hello, unless told otherwise.</summary>
    public Func<SlackSocket, Task> Greet { get; set; } = socket => socket.HelloAsync();

    public string Address(string server) => $"{server.Replace("http://", "ws://")}/socket/{Interlocked.Increment(ref tickets).ToString(CultureInfo.InvariantCulture)}";

    public async Task AnswerAsync(HttpContext context, string ticket)
    {
        var number = int.Parse(ticket, CultureInfo.InvariantCulture);
        if (number > tickets || Interlocked.Exchange(ref lastUsed, number) == number)
        {
            context.Response.StatusCode = 403;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var connection = new SlackSocket(socket, context);
        await Greet(connection);
        opened.Writer.TryWrite(connection);
        await connection.LiveAsync(IsDeaf);
    }

    /// <summary>The next connection that the bot makes.</summary>
    public async Task<SlackSocket> NextAsync() => await opened.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public bool HasMore => opened.Reader.TryPeek(out _);
}
