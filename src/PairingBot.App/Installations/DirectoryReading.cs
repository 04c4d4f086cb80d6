using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.App.Installations;

/// <summary>
/// One reading of a workspace's directory, page by page; each page is a transaction of its own and keeps where the next begins. A reading that is interrupted (the platform
/// allows so many pages a minute, and a large company has hundreds) goes on there at its next turn, on whatever host. A place that the platform no longer knows
/// begins the reading again, once.
/// </summary>
public sealed partial class DirectoryReading(PairingBotDb db, InstallationBook installations, DirectoryHandler directory, Removals removals, ILogger<DirectoryReading> log)
{
    /// <summary>Longer than this nobody waits within one reading: it goes on at its next turn.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <param name="served">Null: the one that the configured credentials belong to.</param>
    /// <returns>How many people were read.</returns>
    public async Task<int> ReadAsync(IChatPlatform platform, Installation? served, Clocks clocks, CancellationToken cancel)
    {
        var identified = await platform.IdentifyAsync(served?.Key, cancel);
        if (identified.Value is not { } workspace)
        {
            LogNotReached(platform.Key, served?.Id, identified.Failure!);
            if (served is not null && identified.Failure is Gone refusal) await removals.HearAsync(served, refusal, cancel);
            return 0;
        }

        return await IdentifyAsync(workspace, served?.Id, clocks.Product.GetUtcNow(), cancel) is { } installation ? await ReadPagesAsync(platform, installation, clocks, cancel) : 0;
    }

    private async Task<int> ReadPagesAsync(IChatPlatform platform, Installation installation, Clocks clocks, CancellationToken cancel)
    {
        var (id, cursor, count, now) = (installation.Id, installation.PeopleCursor, 0, clocks.Product.GetUtcNow());
        var (mayBeginAgain, wantsOwner) = (true, cursor is null);
        while (true)
        {
            var result = await PageAsync(platform, installation, cursor, clocks, cancel);
            if (result.Value is { } page)
            {
                count += page.People.Count;
                wantsOwner &= !await TakeOverAsync(id, page, wantsOwner, now, cancel);
                if (page.Next is null || page.Next == cursor) break;
                cursor = page.Next;
            }
            else
            {
                LogInterrupted(id, result.Failure!);
                if (cursor is null || !mayBeginAgain || result.Failure is not Gone { Scope: GoneScope.Message })
                {
                    if (result.Failure is Gone refusal) await removals.HearAsync(installation, refusal, cancel);
                    return count;
                }

                (cursor, mayBeginAgain, wantsOwner) = (null, false, true);
            }
        }

        await FinishAsync(id, clocks, cancel);
        return count;
    }

    /// <summary>The platform allows so many pages a minute: a short wait is waited for.</summary>
    private static async Task<DirectoryResult<DirectoryPage>> PageAsync(IChatPlatform platform, Installation installation, string? cursor, Clocks clocks, CancellationToken cancel)
    {
        while (true)
        {
            var result = await platform.ListPeopleAsync(installation.Key, cursor, cancel);
            if (result.Failure is not RetryAfter { Wait: var wait } || wait > LongestWait) return result;
            await Task.Delay(wait, clocks.Wall, cancel);
        }
    }

    private async Task<Installation?> IdentifyAsync(DirectoryWorkspace workspace, Guid? served, DateTimeOffset now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var installation = served is null
            ? await installations.FindOrAdoptAsync(workspace.Key, now, cancel)
            : await db.Installations.SingleOrDefaultAsync(each => each.Id == served, cancel);
        if (installation is null) LogOtherWorkspace(workspace.Key.Platform);
        installation?.Identified(workspace);
        if (served is null) installation?.Return(); // the configured token holds, whatever was before
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return installation;
    }

    /// <returns>Whether an owner of the workspace is on the page: a program that nobody has touched lives in the zone of the first.</returns>
    private async Task<bool> TakeOverAsync(Guid id, DirectoryPage page, bool wantsOwner, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var installation = await db.Installations.SingleAsync(each => each.Id == id, cancel);
        installation.PeopleReadUntil(page.Next);
        await directory.TakeOverAsync(installation, page.People, cancel);
        var owner = page.People.FirstOrDefault(listed => listed.IsOwner && listed.Standing == DirectoryStanding.Member);
        if (owner?.TimeZone is { } zone && Zones.Exists(zone))
        {
            foreach (var program in await db.Programs.Where(each => each.InstallationId == id && each.IsAsCreated).ToListAsync(cancel))
                if (wantsOwner || program.Cadence.TimeZone == Zones.Unsaid) program.MoveTo(zone, now);
        }

        await db.SaveChangesAsync(cancel);
        return owner is not null;
    }

    private async Task FinishAsync(Guid id, Clocks clocks, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var installation = await db.Installations.SingleAsync(each => each.Id == id, cancel);
        installation.PeopleRead(clocks.Wall.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await directory.FindManagersAsync(installation, cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The directory of {Platform} (installation {Installation}) can not be read yet: {Failure}")]
    private partial void LogNotReached(string platform, Guid? installation, DeliveryResult failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading the directory of installation {Installation} was interrupted: {Failure}")]
    private partial void LogInterrupted(Guid installation, DeliveryResult failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The token of {Platform} belongs to another workspace than the one this database serves")]
    private partial void LogOtherWorkspace(string platform);
}
