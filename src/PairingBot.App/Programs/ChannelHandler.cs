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
