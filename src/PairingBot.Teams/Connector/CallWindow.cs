namespace PairingBot.Teams.Connector;

/// <summary>At most <paramref name="Calls"/> within any stretch of <paramref name="Span"/>.</summary>
internal sealed record CallRule(int Calls, TimeSpan Span);

/// <summary>When the last calls were made. A window that slides keeps a limit in every stretch, also across a burst, which a bucket that refills does not.</summary>
internal sealed class CallWindow(IReadOnlyList<CallRule> rules)
{
    private readonly List<DateTimeOffset> made = [];

    /// <summary>As Microsoft documents them; each span is a little longer, because calls may arrive closer together than they left.</summary>
    public static IReadOnlyList<CallRule> PerConversation { get; } =
        [new(7, TimeSpan.FromSeconds(1.5)), new(8, TimeSpan.FromSeconds(2.5)), new(60, TimeSpan.FromSeconds(31)), new(1800, TimeSpan.FromSeconds(3601))];

    /// <summary>Fifty a second are allowed to all of the bot's hosts together; one host keeps far below.</summary>
    public static IReadOnlyList<CallRule> PerTenant { get; } = [new(20, TimeSpan.FromSeconds(1))];

    public TimeSpan WaitAt(DateTimeOffset now)
    {
        var wait = TimeSpan.Zero;
        foreach (var rule in rules)
        {
            if (made.Count < rule.Calls) continue;
            var ends = made[^rule.Calls] + rule.Span;
            if (ends - now > wait) wait = ends - now;
        }

        return wait;
    }

    public void Count(DateTimeOffset now)
    {
        if (made.Count >= 2 * Most) made.RemoveRange(0, made.Count - Most);
        made.Add(now);
    }

    /// <summary>True when no rule can make anybody wait any more.</summary>
    public bool IsForgotten(DateTimeOffset now) => made.Count == 0 || now - made[^1] > rules.Max(rule => rule.Span);

    private int Most => rules.Max(rule => rule.Calls);
}
