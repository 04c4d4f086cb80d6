namespace PairingBot.Teams.Tests.Door;

/// <summary>A clock that goes on from a day of its own, and can be moved.</summary>
internal sealed class MovedTime : TimeProvider
{
    private DateTimeOffset now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public void Move(TimeSpan step) => now += step;

    public override DateTimeOffset GetUtcNow() => now;
}
