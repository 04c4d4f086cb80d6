namespace PairingBot.App.Chat;

/// <summary>An event as a platform delivered it, once for each of the vendor's event ids; the body is sealed, and dropped when it is done.</summary>
public sealed class InboxEvent
{
    private InboxEvent()
    {
    }

    public long Id { get; private set; }

    public string Platform { get; private set; } = "";

    public string EventId { get; private set; } = "";

    public byte[] Body { get; private set; } = [];

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Why it was given up; null otherwise.</summary>
    public string? Failure { get; private set; }
}
