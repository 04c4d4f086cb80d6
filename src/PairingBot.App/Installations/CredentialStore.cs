using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Installations;

/// <summary>
/// The credentials of all workspaces, sealed. Renewing holds the row's lock while the vendor is asked, so among all hosts one asks and the others find its answer; a crash in
/// between lets go of the lock and leaves the stored pair, whose renewal token the vendor honours for a while longer.
/// </summary>
public sealed partial class CredentialStore(IServiceScopeFactory scopes, Clocks clocks, JobSignal jobs, ILogger<CredentialStore> log) : ICredentialStore
{
    public async Task<Credential?> FindAsync(InstallationKey installation, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<PairingBotDb>();
        if (await db.Installations.AsNoTracking().AtAsync(installation, cancel) is not { } found) return null;
        return (await db.Credentials.AsNoTracking().FirstOrDefaultAsync(row => row.InstallationId == found.Id, cancel))?.Open(services.GetRequiredService<Vault>());
    }

    public async Task InstallAsync(NewInstallation installed, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, vault) = (services.GetRequiredService<PairingBotDb>(), services.GetRequiredService<Vault>());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var installation = await services.GetRequiredService<InstallationBook>().FindOrOpenAsync(installed.Workspace.Key, clocks.Product.GetUtcNow(), cancel);
        installation.Install(installed, clocks.Wall.GetUtcNow());
        if (await LockedAsync(db, installation.Id, cancel) is { } row) row.Replace(installed.Credential, vault);
        else db.Credentials.Add(SealedCredential.Of(installation.Id, installed.Credential, vault));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        LogInstalled(installation.Id);
        jobs.Wake(); // who works there is read at once
    }

    public async Task<Credential?> RenewAsync(InstallationKey installation, Credential known, Func<Credential, CancellationToken, Task<Credential?>> renew, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, vault) = (services.GetRequiredService<PairingBotDb>(), services.GetRequiredService<Vault>());
        if (await db.Installations.AsNoTracking().AtAsync(installation, cancel) is not { } found) return null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await LockedAsync(db, found.Id, cancel) is not { } row) return null;
        var stored = row.Open(vault);
        if (stored != known || await renew(stored, cancel) is not { } renewed) return stored;
        row.Replace(renewed, vault);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        LogRenewed(found.Id);
        return renewed;
    }

    private static Task<SealedCredential?> LockedAsync(PairingBotDb db, Guid installation, CancellationToken cancel) =>
        db.Credentials.FromSql($"SELECT * FROM credentials WHERE installation_id = {installation} FOR UPDATE").FirstOrDefaultAsync(cancel);

    [LoggerMessage(Level = LogLevel.Information, Message = "Installation {Installation} has credentials: somebody added the bot")]
    private partial void LogInstalled(Guid installation);

    [LoggerMessage(Level = LogLevel.Information, Message = "The credentials of installation {Installation} were renewed")]
    private partial void LogRenewed(Guid installation);
}
