namespace PairingBot.Playground.Workspace;

/// <summary>
/// The time that people see here: the real one plus what the clock bar has added. Signatures and the life of a trigger
/// keep to the real time, because the bot checks those against its own real clock.
/// </summary>
public sealed class PlaygroundClock(TimeProvider real) : TimeProvider
{
    private long offsetTicks;

    public TimeProvider Real => real;

    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;

    public void MoveTo(DateTimeOffset now) => Offset = now - real.GetUtcNow();
}
