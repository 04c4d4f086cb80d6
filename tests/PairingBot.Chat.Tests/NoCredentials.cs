using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests;

/// <summary>The store of a host that serves the workspace of its configured token: nobody ever installs anything.</summary>
internal sealed class NoCredentials : ICredentialStore
{
    public Task<Credential?> FindAsync(InstallationKey installation, CancellationToken cancel) => Task.FromResult<Credential?>(null);

    public Task InstallAsync(NewInstallation installed, CancellationToken cancel) => throw new InvalidOperationException("Nothing can be installed here.");

    public Task<Credential?> RenewAsync(InstallationKey installation, Credential known, Func<Credential, CancellationToken, Task<Credential?>> renew, CancellationToken cancel) => Task.FromResult<Credential?>(null);
}
