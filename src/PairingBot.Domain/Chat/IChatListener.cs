namespace PairingBot.Domain.Chat;

/// <summary>
/// A platform's way in that is not called but goes and listens. The host starts it when everything behind <see cref="IChatInbox"/> is ready, and
/// stops it first: what it has taken in is answered, and what it has not is the vendor's to deliver again.
/// </summary>
public interface IChatListener
{
    /// <summary>Returns at once; connections come about in their own time.</summary>
    Task StartAsync(CancellationToken cancel);

    Task StopAsync(CancellationToken cancel);
}
