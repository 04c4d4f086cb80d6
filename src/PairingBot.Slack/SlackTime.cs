namespace PairingBot.Slack;

/// <summary>
/// The key of the <see cref="TimeProvider"/> that signatures, time-outs and pacing go by. It is never the host's own clock: that one can be
/// moved in Development, and Slack would not move with it.
/// </summary>
internal static class SlackTime
{
    public const string Real = "slack-real-time";
}
