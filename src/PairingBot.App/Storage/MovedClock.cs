namespace PairingBot.App.Storage;

/// <summary>How far the clock of a development host was moved ahead: kept, so that a restart does not fall back in time. Production never writes it.</summary>
public sealed class MovedClock
{
    private MovedClock()
    {
    }

    public int Id { get; private set; }

    public TimeSpan Ahead { get; private set; }
}
