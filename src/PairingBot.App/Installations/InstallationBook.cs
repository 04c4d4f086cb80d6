using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;

namespace PairingBot.App.Installations;

/// <summary>The workspaces that this bot serves. With a single token there is one per platform: the first that speaks to us with a valid signature.</summary>
public sealed class InstallationBook(PairingBotDb db)
{
    /// <returns>Null when the platform serves another workspace already.</returns>
    public async Task<Installation?> FindOrAdoptAsync(InstallationKey key, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await FindAsync(key, cancel);
        if (known is not null) return known;

        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('adopt:' || {key.Platform}))", cancel); // two first requests agree on one
        if (await db.Installations.AnyAsync(each => each.Platform == key.Platform && each.ExternalId != key.ExternalId, cancel)) return null;
        return await FindAsync(key, cancel) ?? await AdoptAsync(key, now, cancel);
    }

    private Task<Installation?> FindAsync(InstallationKey key, CancellationToken cancel) =>
        db.Installations.FirstOrDefaultAsync(each => each.Platform == key.Platform && each.ExternalId == key.ExternalId, cancel);

    private async Task<Installation> AdoptAsync(InstallationKey key, DateTimeOffset now, CancellationToken cancel)
    {
        var installation = Installation.Adopt(key, now);
        db.Installations.Add(installation);
        db.Programs.Add(PairingProgram.WeeklyCoffee(installation.Id, "Etc/UTC", [.. RelationshipCatalog.All.Select(type => type.Key)], now));
        await db.SaveChangesAsync(cancel);
        return installation;
    }
}
