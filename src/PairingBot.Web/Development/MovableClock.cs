namespace PairingBot.Web.Development;

/// <summary>The system's clock, moved ahead. For Development: signatures, leases and back-off never go by it.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long aheadTicks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref aheadTicks));

    public void SetAhead(TimeSpan ahead) => Interlocked.Exchange(ref aheadTicks, ahead.Ticks);
}
