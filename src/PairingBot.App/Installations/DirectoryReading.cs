using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.App.Installations;

/// <summary>One reading of a workspace's directory, page by page; each page is a transaction of its own.</summary>
public sealed partial class DirectoryReading(PairingBotDb db, InstallationBook installations, DirectoryHandler directory, ILogger<DirectoryReading> log)
{
    /// <returns>How many people were read.</returns>
    public async Task<int> ReadAsync(IChatPlatform platform, DirectoryWorkspace workspace, Clocks clocks, CancellationToken cancel)
    {
        var now = clocks.Product.GetUtcNow();
        if (await IdentifyAsync(workspace, now, cancel) is not { } id) return 0;
        var (count, cursor, owner) = (0, (string?)null, (DirectoryPerson?)null);
        do
        {
            var result = await platform.ListPeopleAsync(workspace.Key, cursor, cancel);
            if (result.Value is not { } page)
            {
                LogInterrupted(id, result.Failure!);
                return count;
            }

            await TakeOverAsync(id, page, cancel);
            count += page.People.Count;
            owner ??= page.People.FirstOrDefault(listed => listed.IsOwner && listed.Standing == DirectoryStanding.Member);
            cursor = page.Next;
        }
        while (cursor is not null);

        await FinishAsync(id, owner, clocks, cancel);
        return count;
    }

    private async Task<Guid?> IdentifyAsync(DirectoryWorkspace workspace, DateTimeOffset now, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var installation = await installations.FindOrAdoptAsync(workspace.Key, now, cancel);
        if (installation is null) LogOtherWorkspace(workspace.Key.Platform);
        installation?.Identified(workspace);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return installation?.Id;
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading the directory of installation {Installation} was interrupted: {Failure}")]
    private partial void LogInterrupted(Guid installation, DeliveryResult failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The token of {Platform} belongs to another workspace than the one this database serves")]
    private partial void LogOtherWorkspace(string platform);
}
