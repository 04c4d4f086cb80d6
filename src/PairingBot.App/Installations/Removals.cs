using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Installations;

/// <summary>
/// Workspaces that take the bot out, or whose credentials no longer hold: nothing is sent any more and no round opens, until somebody adds the bot again (or, with a configured token,
/// until it is taken again). What people told of themselves is kept for that day. Each may be told several times, late, and in any order.
/// </summary>
public sealed partial class Removals(PairingBotDb db, Outbox outbox, InstallationBook installations, Clocks clocks, ILogger<Removals> log)
{
    /// <summary>The workspace said so. Its credential is deleted at once.</summary>
    public async Task RemoveAsync(InstallationKey key, AppRemoved removal, CancellationToken cancel)
    {
        if (await db.Installations.AsNoTracking().AtAsync(key, cancel) is not { } found) return;
        var installation = await LockAsync(found.Id, cancel);
        if (!installation.IsRemovedBy(removal))
        {
            LogTooLate(installation.Id);
            return;
        }

        if (removal.TokensOnly && await db.Credentials.AnyAsync(row => row.InstallationId == installation.Id && row.IsRenewed, cancel))
        {
            LogOneToken(installation.Id);
            return;
        }

        installation.Remove(clocks.Product.GetUtcNow());
        await db.Credentials.Where(row => row.InstallationId == installation.Id).ExecuteDeleteAsync(cancel);
        LogRemoved(installation.Id);
    }

    /// <summary>A call was refused for the whole workspace.</summary>
    /// <param name="as">The installation as it was when the call began: a refusal of credentials that were replaced meanwhile says nothing about the new ones.</param>
    public async Task HearAsync(Installation @as, Gone refusal, CancellationToken cancel)
    {
        if (refusal.Scope is not (GoneScope.Credentials or GoneScope.Permission)) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.ChangeTracker.Clear();
        var installation = await LockAsync(@as.Id, cancel);
        if (!installation.IsActive || installation.InstalledAt != @as.InstalledAt) return;
        if (refusal.Scope == GoneScope.Permission)
        {
            await TellInstallerAsync(installation, cancel);
        }
        else
        {
            installation.Remove(clocks.Product.GetUtcNow());
            LogRefused(installation.Id, refusal.Reason);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Matches can't have chats of their own: whoever runs the program is told once, and again only of another permission.</summary>
    public async Task HearAsync(Guid id, string missing, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.ChangeTracker.Clear();
        var installation = await LockAsync(id, cancel);
        if (!installation.TellOfMissing(missing)) return;
        var organizers = await db.People.OrganizersOfAsync(id, cancel);
        foreach (var organizer in organizers) outbox.ToPeople([organizer], InstallationWords.ChatsMissing(missing), whenInDoubt: WhenInDoubt.SendAgain);
        LogChatsMissing(id, missing, organizers.Count);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Once for each time that somebody added the bot. Sent mail is forgotten after two weeks, so should it still be so then, they hear of it again.</summary>
    private async Task TellInstallerAsync(Installation installation, CancellationToken cancel)
    {
        var once = $"permission-missing:{installation.Id:N}:{installation.InstalledAt?.ToUnixTimeSeconds()}";
        if (installation.InstallerExternalId is not { } installer || installations.InstallAt(installation.Key) is not { } installAt || await db.Outbox.AnyAsync(row => row.Once == once, cancel)) return;
        outbox.ToPeople([Person.Meet(installation.Id, installer)], InstallationWords.PermissionMissing(installAt), once, whenInDoubt: WhenInDoubt.SendAgain);
        LogPermissionMissing(installation.Id);
    }

    private Task<Installation> LockAsync(Guid id, CancellationToken cancel) => db.Installations.FromSql($"SELECT * FROM installations WHERE id = {id} FOR UPDATE").SingleAsync(cancel);

    [LoggerMessage(Level = LogLevel.Information, Message = "Installation {Installation} removed the bot: its credentials are deleted, nothing is sent and no round opens until it is added again")]
    private partial void LogRemoved(Guid installation);

    [LoggerMessage(Level = LogLevel.Information, Message = "A removal of installation {Installation} came after it had been added again, and changes nothing")]
    private partial void LogTooLate(Guid installation);

    [LoggerMessage(Level = LogLevel.Information, Message = "A token of installation {Installation} was revoked; it is renewed when it is needed, or its refusal says that the bot is gone")]
    private partial void LogOneToken(Guid installation);

    [LoggerMessage(Level = LogLevel.Error, Message = "Installation {Installation} refuses our credentials ({Reason}): nothing is sent and no round opens until the bot is added there again; what waits is kept")]
    private partial void LogRefused(Guid installation, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Installation {Installation} has not given {Permission}: matches are written to one by one; {Count} organizers are told")]
    private partial void LogChatsMissing(Guid installation, string permission, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Installation {Installation} lacks a permission that we need: whoever added the bot is told once")]
    private partial void LogPermissionMissing(Guid installation);
}
