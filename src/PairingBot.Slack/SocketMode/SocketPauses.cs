namespace PairingBot.Slack.SocketMode;

/// <summary>
/// How long to wait before the next attempt: twice as long each time, up to a minute, and never the same for two connections, so that many hosts do
/// not come back at one moment.
/// </summary>
internal sealed class SocketPauses(SocketTimes times)
{
    private int failures;

    public TimeSpan Next()
    {
        var pause = times.FirstPause * Math.Pow(2, Math.Min(failures++, 20));
        return Jittered(pause < times.LongestPause ? pause : times.LongestPause);
    }

    /// <summary>A connection whose end is announced is replaced at once, unless that has just happened: null is no pause.</summary>
    public TimeSpan? AfterNotice() => failures++ == 0 ? null : Next();

    public void Reset() => failures = 0;

    /// <summary>Between half and the whole of it, and half again.</summary>
    public static TimeSpan Jittered(TimeSpan pause) => pause * (0.5 + Random.Shared.NextDouble());
}
