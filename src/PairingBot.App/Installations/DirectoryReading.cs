using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.App.Installations;

/// <summary>One reading of a workspace's directory, page by page; each page is a transaction of its own.</summary>
public sealed partial class DirectoryReading(PairingBotDb db, InstallationBook installations, DirectoryHandler directory, Removals removals, ILogger<DirectoryReading> log)
{
    /// <summary>A platform lets large directories through slowly. Longer than this nobody waits within one reading.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

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
        var (count, cursor, owner) = (0, (string?)null, (DirectoryPerson?)null);
        do
        {
            var result = await PageAsync(platform, installation, cursor, clocks, cancel);
            if (result.Value is not { } page)
            {
                LogInterrupted(installation.Id, result.Failure!);
                if (result.Failure is Gone refusal) await removals.HearAsync(installation, refusal, cancel);
                return count;
            }

            await TakeOverAsync(installation.Id, page, cancel);
            count += page.People.Count;
            owner ??= page.People.FirstOrDefault(listed => listed.IsOwner && listed.Standing == DirectoryStanding.Member);
            cursor = page.Next;
        }
        while (cursor is not null);

        await FinishAsync(installation.Id, owner, clocks, cancel);
        return count;
    }

    /// <summary>Beginning anew after each wait would never come to the end of a large directory.</summary>
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

    private async Task TakeOverAsync(Guid id, DirectoryPage page, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await directory.TakeOverAsync(await db.Installations.SingleAsync(each => each.Id == id, cancel), page.People, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A program that nobody has touched lives in the zone of whoever owns the workspace.</summary>
    private async Task FinishAsync(Guid id, DirectoryPerson? owner, Clocks clocks, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        (await db.Installations.SingleAsync(each => each.Id == id, cancel)).PeopleRead(clocks.Wall.GetUtcNow());
        if (owner?.TimeZone is { } zone && Zones.Exists(zone))
            foreach (var program in await db.Programs.Where(each => each.InstallationId == id && each.IsAsCreated).ToListAsync(cancel)) program.MoveTo(zone, clocks.Product.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The directory of {Platform} (installation {Installation}) can not be read yet: {Failure}")]
    private partial void LogNotReached(string platform, Guid? installation, DeliveryResult failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading the directory of installation {Installation} was interrupted: {Failure}")]
    private partial void LogInterrupted(Guid installation, DeliveryResult failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The token of {Platform} belongs to another workspace than the one this database serves")]
    private partial void LogOtherWorkspace(string platform);
}
