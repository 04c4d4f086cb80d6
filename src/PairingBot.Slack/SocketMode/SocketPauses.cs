using System.Security.Cryptography;

namespace PairingBot.Slack.SocketMode;

/// <summary>
/// How long to wait before the next attempt: twice as long each time, up to a minute, and never the same for two connections, so that many hosts do
/// not come back at one moment.
/// </summary>
internal sealed class SocketPauses(SocketTimes times)
{
    private int failures;
    private int notices;

    /// <summary>After a connection that failed.</summary>
    public TimeSpan Next() => Pause(failures++);

    /// <summary>A connection whose end is announced is replaced at once, unless that has just happened: null is no pause.</summary>
    public TimeSpan? AfterNotice() => notices++ == 0 ? null : Pause(notices - 2);

    public void Reset() => (failures, notices) = (0, 0);

    /// <summary>Between half and the whole of it, and half again.</summary>
    public static TimeSpan Jittered(TimeSpan pause) => pause * (RandomNumberGenerator.GetInt32(500_000, 1_500_000) / 1e6);

    private TimeSpan Pause(int before)
    {
        var pause = times.FirstPause * Math.Pow(2, Math.Min(before, 20));
        return Jittered(pause < times.LongestPause ? pause : times.LongestPause);
    }
}
