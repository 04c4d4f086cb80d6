namespace PairingBot.Slack.Api;

/// <summary>At most <paramref name="Calls"/> within any stretch of <paramref name="Span"/>.</summary>
internal sealed record CallRule(int Calls, TimeSpan Span);

/// <summary>
/// When the last calls were made. A window that slides keeps a limit "per minute" in every minute, also across a burst, which a
/// bucket that refills does not. Spans are a second longer than Slack's, because calls may reach Slack closer together than they left us.
/// </summary>
internal sealed class CallHistory(IReadOnlyList<CallRule> rules)
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(61);
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(6);
    private static readonly CallRule[] TierTwo = [new(20, Minute), new(10, Burst)];
    private static readonly CallRule[] TierThree = [new(50, Minute), new(25, Burst)];
    private static readonly CallRule[] TierFour = [new(100, Minute), new(50, Burst)];

    /// <summary>Slack says "several hundred a minute" for a workspace.</summary>
    private static readonly CallRule[] Posting = [new(300, Minute), new(50, Burst)];

    private readonly DateTimeOffset[] ring = new DateTimeOffset[rules.Max(rule => rule.Calls)];
    private long made;

    /// <summary>One a second; two at once are "a short burst".</summary>
    public static IReadOnlyList<CallRule> PerConversation { get; } = [new(2, TimeSpan.FromSeconds(2))];

    public static IReadOnlyList<CallRule> RulesOf(SlackTier tier) => tier switch
    {
        SlackTier.Two => TierTwo,
        SlackTier.Three => TierThree,
        SlackTier.Four => TierFour,
        SlackTier.Posting => Posting,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "A tier without a rule."),
    };

    public TimeSpan WaitAt(DateTimeOffset now)
    {
        var wait = TimeSpan.Zero;
        foreach (var rule in rules)
        {
            if (made < rule.Calls) continue;
            var ends = ring[(made - rule.Calls) % ring.Length] + rule.Span;
            if (ends - now > wait) wait = ends - now;
        }

        return wait;
    }

    public void Count(DateTimeOffset now) => ring[made++ % ring.Length] = now;

    /// <summary>True when no rule can make anybody wait any more.</summary>
    public bool IsForgotten(DateTimeOffset now) => made == 0 || now - ring[(made - 1) % ring.Length] > rules.Max(rule => rule.Span);
}
