using Microsoft.Extensions.DependencyInjection;

namespace PairingBot.Slack.Api;

/// <summary>
/// Keeps our calls below Slack's limits, per token and method (posting also per conversation), and holds the windows that Slack closed by
/// Retry-After: exactly that method in that workspace waits, nothing else. Kept in memory: a restart forgets it, and Slack's own 429 is then
/// what slows us down; two hosts pace themselves apart, and the same 429 joins them.
/// </summary>
internal sealed class SlackPace([FromKeyedServices(SlackTime.Real)] TimeProvider time)
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(2);
    private readonly Lock gate = new();
    private readonly Dictionary<(string Token, string Method, string? Conversation), CallHistory> histories = [];
    private readonly Dictionary<(string Token, string Method), DateTimeOffset> closed = [];
    private DateTimeOffset sweptAt = time.GetUtcNow();

    /// <summary>Null when the call may be made now (it then counts as made), else how long to wait.</summary>
    public TimeSpan? Enter(string token, SlackMethod method, string? conversation)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            Sweep(now);
            var wait = ClosedFor(token, method, now);
            CallHistory[] counted = [.. Counted(token, method, conversation)];
            foreach (var history in counted) wait = Longer(wait, history.WaitAt(now));
            if (wait > TimeSpan.Zero) return wait;

            foreach (var history in counted) history.Count(now);
            return null;
        }
    }

    /// <summary>Slack said that this method must rest in this workspace.</summary>
    public void Close(string token, SlackMethod method, TimeSpan wait)
    {
        var until = time.GetUtcNow() + wait;
        lock (gate)
        {
            var key = (token, method.Name);
            if (!closed.TryGetValue(key, out var known) || known < until) closed[key] = until;
        }
    }

    private TimeSpan ClosedFor(string token, SlackMethod method, DateTimeOffset now) =>
        closed.TryGetValue((token, method.Name), out var until) && until > now ? until - now : TimeSpan.Zero;

    private IEnumerable<CallHistory> Counted(string token, SlackMethod method, string? conversation)
    {
        if (method.Tier == SlackTier.Pressed) yield break;
        yield return HistoryOf((token, method.Name, null), CallHistory.RulesOf(method.Tier));
        if (method.Tier == SlackTier.Posting && conversation is not null)
        {
            yield return HistoryOf((token, method.Name, conversation), CallHistory.PerConversation);
        }
    }

    private CallHistory HistoryOf((string, string, string?) key, IReadOnlyList<CallRule> rules)
    {
        if (!histories.TryGetValue(key, out var history)) histories[key] = history = new CallHistory(rules);
        return history;
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now - sweptAt < SweepEvery) return;
        sweptAt = now;
        foreach (var (key, history) in histories)
        {
            if (history.IsForgotten(now)) histories.Remove(key);
        }

        foreach (var (key, until) in closed)
        {
            if (until <= now) closed.Remove(key);
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
