namespace PairingBot.Chat.Tests.Slack;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class MovedTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public void Move(double seconds) => now = now.AddSeconds(seconds);

    public override DateTimeOffset GetUtcNow() => now;
}

/// <summary>Real time, in which every wait is fifty times shorter.</summary>
internal sealed class HurriedTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 50 : dueTime, period);
}
