using Microsoft.Extensions.DependencyInjection;
using PairingBot.Slack.Intake;

namespace PairingBot.Slack.SocketMode;

/// <summary>
/// What has been made of the latest envelopes, shared by all connections: one that comes again (its connection died before the acknowledgement)
/// gets the first one's receipt, and has no second effect. Events are held in the database besides, by their own ids; this is kept in memory, so
/// after a restart a repeated command is carried out again, as all that people do may be.
/// </summary>
internal sealed class EnvelopeLedger([FromKeyedServices(SlackTime.Real)] TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<Receipt>> receipts = [];
    private readonly Queue<(string Id, DateTimeOffset At)> order = new();

    /// <summary>What could not be stored, or broke, is forgotten: it is to be tried again.</summary>
    public async Task<Receipt> OnceAsync(string id, Func<Task<Receipt>> take)
    {
        var taking = Find(id, take);
        var isKept = false;
        try
        {
            var receipt = await taking;
            isKept = receipt.Verdict != Verdict.NotStored;
            return receipt;
        }
        finally
        {
            if (!isKept) Forget(id);
        }
    }

    private Task<Receipt> Find(string id, Func<Task<Receipt>> take)
    {
        lock (gate)
        {
            Sweep();
            if (receipts.TryGetValue(id, out var known)) return known;
            order.Enqueue((id, time.GetUtcNow()));
            return receipts[id] = take();
        }
    }

    private void Forget(string id)
    {
        lock (gate) receipts.Remove(id);
    }

    private void Sweep()
    {
        var oldest = time.GetUtcNow() - Kept;
        while (order.TryPeek(out var first) && (first.At < oldest || order.Count > Most))
        {
            order.Dequeue();
            receipts.Remove(first.Id);
        }
    }
}
