namespace PairingBot.Domain.Chat;

/// <summary>
/// Where a platform is called to reach a conversation, for platforms whose addresses differ from person to person and move. Whatever comes in says where it came from; the storage is on
/// the other side of this interface.
/// </summary>
public interface IReferenceBook
{
    /// <summary>Something came in from there: later calls go there. Harmless to repeat, and cheap when nothing is new.</summary>
    /// <returns>False when the installation is none that this bot serves.</returns>
    Task<bool> KeepAsync(InstallationKey installation, ChatReference seen, CancellationToken cancel);

    /// <summary>The conversation that the bot has with this person alone; null when there is none that it knows of.</summary>
    Task<ChatReference?> OfPersonAsync(InstallationKey installation, string person, CancellationToken cancel);

    /// <summary>Where to call for this conversation: its own address, else the newest of the installation; null before anything has come in.</summary>
    Task<string?> ServiceAddressAsync(InstallationKey installation, string? conversation, CancellationToken cancel);

    /// <summary>The conversation is no longer there.</summary>
    Task ForgetAsync(InstallationKey installation, string conversation, CancellationToken cancel);
}

/// <summary>A conversation and where it lives. <paramref name="Person"/>: with whom, if it is with one person alone, by the person's id on the platform.</summary>
public sealed record ChatReference(string Conversation, string ServiceAddress, string? Person = null);
