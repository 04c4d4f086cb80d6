namespace PairingBot.App.Chat;

/// <summary>A conversation of an installation, where it is served, and with whom if it is with one person alone.</summary>
public sealed class StoredReference
{
    public Guid InstallationId { get; private set; }

    public string Conversation { get; private set; } = "";

    public string ServiceAddress { get; private set; } = "";

    public string? Person { get; private set; }

    /// <summary>When something last came in from there, by the database's clock, to the hour.</summary>
    public DateTimeOffset SeenAt { get; private set; }
}
