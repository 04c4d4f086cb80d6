using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;

namespace PairingBot.App.Installations;

/// <summary>
/// The workspaces that this bot serves. With a configured token there is one per platform: the first that speaks to us with a valid signature. Where workspaces add the bot
/// themselves, those and no others: a signature proves only that the platform speaks, not that we were let in. A platform that lets in many by its own configuration has each that speaks to us.
/// </summary>
public sealed class InstallationBook(PairingBotDb db, IEnumerable<IChatPlatform> platforms)
{
    /// <returns>Null when the workspace is none of ours.</returns>
    public async Task<Installation?> FindOrAdoptAsync(InstallationKey key, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Installations.AtAsync(key, cancel);
        if (known is not null || InstallAt(key) is not null) return known;

        await LockAsync(key, cancel); // two first requests agree on one
        var servesMany = platforms.Any(each => each.Key == key.Platform && each.ServesMany);
        if (!servesMany && await db.Installations.AnyAsync(each => each.Platform == key.Platform && each.ExternalId != key.ExternalId, cancel)) return null;
        return await db.Installations.AtAsync(key, cancel) ?? await OpenAsync(key, now, cancel);
    }

    /// <summary>The very workspace or organization of this key, which somebody has just added.</summary>
    public async Task<Installation> FindOrOpenAsync(InstallationKey key, DateTimeOffset now, CancellationToken cancel)
    {
        await LockAsync(key, cancel);
        var known = db.Installations.FromSql($"SELECT * FROM installations WHERE platform = {key.Platform} AND external_id = {key.ExternalId} FOR UPDATE"); // a removal on its way goes first, or comes too late
        return await known.FirstOrDefaultAsync(cancel) ?? await OpenAsync(key, now, cancel);
    }

    public async Task<bool> IsKnownAsync(InstallationKey key, CancellationToken cancel) => await db.Installations.AtAsync(key, cancel) is not null;

    /// <summary>Where this platform's workspaces add the bot; null when it serves a configured one.</summary>
    public Uri? InstallAt(InstallationKey key) => platforms.FirstOrDefault(each => each.Key == key.Platform)?.InstallAt;

    private async Task LockAsync(InstallationKey key, CancellationToken cancel) => await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('adopt:' || {key.Platform}))", cancel);

    private async Task<Installation> OpenAsync(InstallationKey key, DateTimeOffset now, CancellationToken cancel)
    {
        var installation = Installation.Adopt(key, now);
        db.Installations.Add(installation);
        db.Programs.Add(PairingProgram.WeeklyCoffee(installation.Id, Zones.Unsaid, [.. RelationshipCatalog.All.Select(type => type.Key)], now));
        await db.SaveChangesAsync(cancel);
        return installation;
    }
}
