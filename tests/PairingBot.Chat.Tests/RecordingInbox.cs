using System.Collections.Concurrent;
using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests;

/// <summary>An inbox in memory: what the tests of a platform's endpoints need of it, and no handler behind it.</summary>
internal sealed class RecordingInbox : IChatInbox
{
    private readonly ConcurrentDictionary<string, InboundEvent> events = new();

    public ConcurrentQueue<ChatRequest> Requests { get; } = new();

    public ChatRequest Only => Assert.Single(Requests);

    public IReadOnlyDictionary<string, InboundEvent> Events => events;

    /// <summary>What the next requests are answered with.</summary>
    public Func<ChatRequest, CancellationToken, Task<Reply>> Answer { get; set; } = (_, _) => Task.FromResult(Reply.Nothing);

    public bool IsBroken { get; set; }

    public void AnswerWith(Reply reply) => Answer = (_, _) => Task.FromResult(reply);

    public void Break() => Answer = (_, _) => throw new InvalidOperationException("a bug");

    public void Forget()
    {
        Requests.Clear();
        events.Clear();
    }

    public Task<bool> AcceptAsync(InboundEvent inbound, CancellationToken cancel) =>
        IsBroken ? throw new InvalidOperationException("the database is down") : Task.FromResult(events.TryAdd(inbound.EventId, inbound));

    public Task<Reply> AnswerAsync(ChatRequest request, CancellationToken cancel)
    {
        Requests.Enqueue(request);
        return Answer(request, cancel);
    }
}
