namespace PairingBot.Domain.Chat;

/// <summary>
/// Where a platform keeps the credentials of each workspace that added the bot. The storage is on the other side of this interface, so that a platform knows nothing of
/// databases and sealing; what a token means, and how one is renewed, stays with the platform.
/// </summary>
public interface ICredentialStore
{
    /// <summary>Null when the bot is not installed there (any more).</summary>
    Task<Credential?> FindAsync(InstallationKey installation, CancellationToken cancel);

    /// <summary>The workspace added the bot, or added it again: from now on it is served with this credential.</summary>
    Task InstallAsync(NewInstallation installed, CancellationToken cancel);

    /// <summary>
    /// Has <paramref name="renew"/> make a new credential out of the stored one and stores it before anybody sees it. One at a time across all hosts: whoever comes second finds
    /// the new one and calls nobody. When <paramref name="renew"/> gives null, fails, or is cut off by a crash, the stored pair stays as it was.
    /// </summary>
    /// <param name="known">What the caller holds; another one in the store has been renewed already.</param>
    /// <returns>What is stored afterwards; null when nothing is.</returns>
    Task<Credential?> RenewAsync(InstallationKey installation, Credential known, Func<Credential, CancellationToken, Task<Credential?>> renew, CancellationToken cancel);
}

/// <summary>What a workspace's calls are made with. It never writes itself down: a log line or an exception that holds one shows nothing.</summary>
/// <param name="RenewalToken">Makes the next one, once; null for a token that lasts.</param>
public sealed record Credential(string Token, string? RenewalToken = null, DateTimeOffset? ExpiresAt = null)
{
    public override string ToString() => nameof(Credential);
}

/// <summary>A workspace (or a whole organization) that added the bot. <paramref name="InstallerExternalId"/> is who did, and hears of it when something must be mended.</summary>
public sealed record NewInstallation(DirectoryWorkspace Workspace, string? InstallerExternalId, Credential Credential);
