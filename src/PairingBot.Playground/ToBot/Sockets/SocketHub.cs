using System.Text.Json.Nodes;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot.Sockets;

/// <summary>
/// The bots that are connected in Socket Mode. Once there was one, everything goes that way and nothing over HTTP, as after the switch at Slack. A delivery
/// goes to one connection; when that one ends before it was acknowledged, to another, with the same envelope id.
/// </summary>
internal sealed class SocketHub(PlaygroundOptions options)
{
    private readonly Lock gate = new();
    private readonly List<BotSocket> open = [];
    private readonly HashSet<string> tickets = [];
    private TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int turn;

    public bool IsUsed { get; private set; }

    /// <summary>How many frames each delivery is cut into; for tests.</summary>
    public int Frames { get; set; } = 1;

    public string IssueTicket()
    {
        var ticket = Ids.Hex();
        lock (gate) tickets.Add(ticket);
        return ticket;
    }

    /// <summary>Each ticket lets one connection in.</summary>
    public bool Redeem(string? ticket)
    {
        lock (gate) return ticket is not null && tickets.Remove(ticket);
    }

    public void Add(BotSocket socket)
    {
        lock (gate)
        {
            open.Add(socket);
            IsUsed = true;
            arrival.TrySetResult();
            arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Remove(BotSocket socket)
    {
        lock (gate) open.Remove(socket);
    }

    public IReadOnlyList<BotSocket> All
    {
        get
        {
            lock (gate) return [.. open];
        }
    }

    public async Task<BotAnswer> Deliver(string type, JsonNode payload, int retry = 0, string? reason = null)
    {
        var id = Guid.NewGuid().ToString();
        var text = Envelope(id, type, payload, retry, reason).ToJsonString();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.AnswerSeconds));
        while (!patience.IsCancellationRequested)
        {
            var (socket, next) = Next();
            if (socket is null) await Task.WhenAny(next, Task.Delay(Timeout.Infinite, patience.Token));
            else if (await socket.Deliver(id, text, Frames, patience.Token) is { } answer) return answer;
            else Remove(socket); // it ended, whether it knows by now or not
        }
        return BotAnswer.TooLate;
    }

    private static JsonObject Envelope(string id, string type, JsonNode payload, int retry, string? reason)
    {
        var envelope = new JsonObject
        {
            ["envelope_id"] = id,
            ["payload"] = payload.DeepClone(),
            ["type"] = type,
            ["accepts_response_payload"] = type == "slash_commands" || (type == "interactive" && payload["type"]?.ToString() == "view_submission"),
        };
        if (type != "events_api") return envelope;
        envelope["retry_attempt"] = retry;
        envelope["retry_reason"] = reason ?? "";
        return envelope;
    }

    /// <summary>One after the other; those that were told to end are left out, unless there is no other. Beside it, when a new one comes.</summary>
    private (BotSocket? Socket, Task Arrival) Next()
    {
        lock (gate)
        {
            var fit = open.Where(socket => !socket.IsEnding).ToList();
            if (fit.Count == 0) fit = open;
            return (fit.Count == 0 ? null : fit[turn++ % fit.Count], arrival.Task);
        }
    }
}
