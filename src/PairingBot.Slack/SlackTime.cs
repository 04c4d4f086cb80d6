using System.Globalization;

namespace PairingBot.Slack;

/// <summary>
/// The key of the <see cref="TimeProvider"/> that signatures, time-outs and pacing go by. It is never the host's own clock: that one can be
/// moved in Development, and Slack would not move with it.
/// </summary>
internal static class SlackTime
{
    public const string Real = "slack-real-time";

    /// <summary>Slack's "1790000000.000100" as a moment: seconds and millionths, never a double.</summary>
    public static DateTimeOffset? Moment(string? ts)
    {
        if (!decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds is < 0 or > 99_999_999_999) return null;
        return DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }
}
