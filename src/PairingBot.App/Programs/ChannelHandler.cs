using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Programs;

/// <summary>What happens in the channels in which programs live: people come and go, the bot itself is invited or taken out, a channel is archived or gets another id.</summary>
public sealed partial class ChannelHandler(PairingBotDb db, Outbox outbox, Arrivals arrivals, ChannelKeeper keeper, ILogger<ChannelHandler> log)
{
    public async Task JoinAsync(Installation installation, ChannelJoined joined, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var program in await LivingInAsync(installation, joined.Channel, cancel))
        {
            if (joined.Person == installation.BotExternalId) Enter(program);
            else if (program.ChannelJoining == ChannelJoining.Nothing) LogOnlyAnnounced(program.Id);
            else await arrivals.ArriveAsync(program, joined.Person, joined.At, now, cancel);
        }
    }

    public async Task LeaveAsync(Installation installation, ChannelLeft left, DateTimeOffset now, CancellationToken cancel)
    {
        if (left.Person == installation.BotExternalId)
        {
            await keeper.LoseAsync(installation.Id, left.Channel, ChannelKeeper.TakenOut, cancel);
            return;
        }

        foreach (var program in await LivingInAsync(installation, left.Channel, cancel))
        {
            if (program.ChannelJoining == ChannelJoining.Nothing) LogOnlyAnnounced(program.Id);
            else await GoAwayAsync(installation, program, left, now, cancel);
        }
    }

    /// <summary>What waits for the old id goes to the new one.</summary>
    public async Task MoveAsync(Installation installation, ChannelMoved moved, CancellationToken cancel)
    {
        foreach (var program in await LivingInAsync(installation, moved.From, cancel)) program.ChannelIsNow(moved.To);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE outbox SET address = {moved.To}, lane = 'channel:' || {moved.To} WHERE installation_id = {installation.Id} AND address = {moved.From} AND lane = 'channel:' || {moved.From} AND state = 'Waiting'", cancel);
    }

    public Task CloseAsync(Installation installation, ChannelClosed closed, CancellationToken cancel) => keeper.LoseAsync(installation.Id, closed.Channel, ChannelKeeper.Archived, cancel);

    /// <summary>Which channels there are is read a moment later (<see cref="ReadChannels"/>).</summary>
    public Task EnterAsync(Installation installation, ChannelGroupEntered entered, DateTimeOffset now, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO channel_groups (installation_id, external_id, channels, wanted_at, failures) VALUES ({installation.Id}, {entered.Group}, '[]', {now}, 0)
        ON CONFLICT (installation_id, external_id) DO UPDATE SET wanted_at = excluded.wanted_at, failures = 0
        """, cancel);

    public async Task LeaveAsync(Installation installation, ChannelGroupLeft left, CancellationToken cancel)
    {
        if (await GroupAsync(installation, left.Group, cancel) is { } group) await ForgetAsync(installation, group, cancel);
    }

    public async Task JoinAsync(Installation installation, PeopleJoinedGroup joined, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var channel in await LivedInAsync(installation, joined.Group, cancel))
            foreach (var person in joined.People) await JoinAsync(installation, new ChannelJoined(channel, person, joined.At), now, cancel);
    }

    public async Task LeaveAsync(Installation installation, PeopleLeftGroup left, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var channel in await LivedInAsync(installation, left.Group, cancel))
            foreach (var person in left.People) await LeaveAsync(installation, new ChannelLeft(channel, person, left.At), now, cancel);
    }

    /// <summary>The bot is in these channels, and some that it was in are no more.</summary>
    public async Task FindAsync(Installation installation, string[] found, IReadOnlyList<string> gone, CancellationToken cancel)
    {
        foreach (var program in await db.Programs.FromSql($"SELECT * FROM programs WHERE installation_id = {installation.Id} AND announce_in = ANY ({found}) ORDER BY id FOR NO KEY UPDATE").ToListAsync(cancel)) Enter(program);
        foreach (var channel in gone) await keeper.LoseAsync(installation.Id, channel, ChannelKeeper.OutOfGroup, cancel);
    }

    public async Task ForgetAsync(Installation installation, ChannelGroup group, CancellationToken cancel)
    {
        foreach (var channel in group.Channels) await keeper.LoseAsync(installation.Id, channel.ExternalId, ChannelKeeper.OutOfGroup, cancel);
        db.ChannelGroups.Remove(group);
    }

    private Task<ChannelGroup?> GroupAsync(Installation installation, string id, CancellationToken cancel) =>
        db.ChannelGroups.FirstOrDefaultAsync(row => row.InstallationId == installation.Id && row.ExternalId == id, cancel);

    /// <summary>The channels of the group in which programs live.</summary>
    private async Task<List<string>> LivedInAsync(Installation installation, string id, CancellationToken cancel)
    {
        var channels = (await GroupAsync(installation, id, cancel))?.Channels.Select(channel => channel.ExternalId).ToList() ?? [];
        return await db.Programs.Where(program => program.InstallationId == installation.Id && channels.Contains(program.AnnounceIn!)).Select(program => program.AnnounceIn!).Distinct().ToListAsync(cancel);
    }

    /// <summary>Locked, so that a greeting is not written twice while an organizer saves the program.</summary>
    private Task<List<PairingProgram>> LivingInAsync(Installation installation, string channel, CancellationToken cancel) =>
        db.Programs.FromSql($"SELECT * FROM programs WHERE installation_id = {installation.Id} AND announce_in = {channel} ORDER BY id FOR NO KEY UPDATE").ToListAsync(cancel);

    private void Enter(PairingProgram program)
    {
        program.RegainChannel();
        if (program.Greet()) outbox.ToChannel(program.InstallationId, program.AnnounceIn!, ChannelWords.Greeting(program));
    }

    private async Task GoAwayAsync(Installation installation, PairingProgram channel, ChannelLeft left, DateTimeOffset now, CancellationToken cancel)
    {
        await arrivals.ForgetAsync(channel, left.Person, left.At, cancel);
        var (program, person) = (await db.Programs.OfAsync(installation, cancel), await db.LockedPersonAsync(installation.Id, left.Person, cancel));
        var participant = person is null ? null : await db.Participants.FirstOrDefaultAsync(row => row.ProgramId == program.Id && row.PersonId == person.Id, cancel);
        if (person is null || participant?.GoAway(left.At, now) is not true || !program.Admits(person)) return; // they took no part, so there is nothing to say
        outbox.ToPeople([person], ChannelWords.Away(program), whenInDoubt: WhenInDoubt.SendAgain);
        LogAway(program.Id, person.Id);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Program {Program} only announces its rounds in that channel")]
    private partial void LogOnlyAnnounced(Guid program);

    [LoggerMessage(Level = LogLevel.Information, Message = "Program {Program} pauses {Person}, who left its channel")]
    private partial void LogAway(Guid program, Guid person);
}
