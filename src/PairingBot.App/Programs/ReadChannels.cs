using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Programs;

/// <summary>
/// Reads which channels there are in a group that the bot came into, or in which something has changed. The platform is asked outside of any transaction. Idempotent: it writes down what the platform
/// says, unless news has come meanwhile, and then it is read again. A crash leaves the wish.
/// </summary>
public sealed partial class ReadChannels(PairingBotDb db, IEnumerable<IChatPlatform> platforms, ChannelHandler channels, TimeProvider time, ILogger<ReadChannels> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var wanted = await db.ChannelGroups.AsNoTracking().Where(group => group.WantedAt <= now)
            .Join(db.Installations.AsNoTracking().Where(row => row.RemovedAt == null), group => group.InstallationId, row => row.Id, (group, installation) => new { group, installation }).ToListAsync(cancel);
        var read = 0;
        foreach (var each in wanted)
        {
            if (platforms.SingleOrDefault(platform => platform.Key == each.installation.Platform) is not { } platform) continue;
            var listed = await platform.ListChannelsAsync(each.installation.Key, each.group.ExternalId, cancel);
            read += await KeepAsync(each.installation, each.group, listed, now, cancel) ? 1 : 0;
        }

        return read;
    }

    private async Task<bool> KeepAsync(Installation installation, ChannelGroup asked, DirectoryResult<ListedChannels> listed, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var rows = await db.ChannelGroups.FromSql($"SELECT * FROM channel_groups WHERE installation_id = {asked.InstallationId} AND external_id = {asked.ExternalId} FOR UPDATE").ToListAsync(cancel);
        if (rows is not [var group] || group.WantedAt != asked.WantedAt) return false;
        if (listed.Failure is { } failure) LogNotRead(installation.Id, failure);
        if (listed.Value is { } known) await ReadAsync(installation, group, known, cancel);
        else if (listed.Failure is Gone { Scope: not (GoneScope.Credentials or GoneScope.Permission or GoneScope.Installation) }) await channels.ForgetAsync(installation, group, cancel);
        else group.Miss(now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return listed.Value is not null;
    }

    private async Task ReadAsync(Installation installation, ChannelGroup group, ListedChannels listed, CancellationToken cancel)
    {
        var gone = group.Channels.Select(channel => channel.ExternalId).Except(listed.Channels.Select(channel => channel.ExternalId)).ToList();
        group.Read(listed);
        await channels.FindAsync(installation, [.. listed.Channels.Select(channel => channel.ExternalId)], gone, cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channels of a group in installation {Installation} could not be read: {Failure}")]
    private partial void LogNotRead(Guid installation, DeliveryResult failure);
}
