using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;

namespace PairingBot.App.Programs;

/// <summary>Receives whoever came into a program's channel: invites, enrols, welcomes back, or leaves in peace; at once when the directory knows them, else as soon as it does.</summary>
public sealed partial class Arrivals(PairingBotDb db, Outbox outbox, ILogger<Arrivals> log)
{
    /// <param name="at">When they came; news that is older than what is known changes nothing.</param>
    public async Task ArriveAsync(PairingProgram program, string externalId, DateTimeOffset at, DateTimeOffset now, CancellationToken cancel)
    {
        var isNews = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO arrivals (program_id, external_id, arrived_at, state) VALUES ({program.Id}, {externalId}, {at}, 'Waiting')
            ON CONFLICT (program_id, external_id) DO UPDATE SET arrived_at = excluded.arrived_at, state = 'Waiting' WHERE arrivals.arrived_at < excluded.arrived_at
            """, cancel) > 0;
        if (!isNews) return;
        var arrival = await db.Arrivals.SingleAsync(row => row.ProgramId == program.Id && row.ExternalId == externalId, cancel);
        await ReceiveAsync(program, arrival, now, cancel);
    }

    /// <summary>They left again before anybody knew who they are.</summary>
    public Task ForgetAsync(PairingProgram program, string externalId, DateTimeOffset at, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"UPDATE arrivals SET state = 'Settled' WHERE program_id = {program.Id} AND external_id = {externalId} AND state = 'Waiting' AND arrived_at < {at}", cancel);

    /// <param name="channel">The program whose channel it is. Should its installation have joined a home, the one that people take part in is the home's.</param>
    /// <param name="arrival">Who came.</param>
    /// <param name="now">By the product's clock.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task ReceiveAsync(PairingProgram channel, Arrival arrival, DateTimeOffset now, CancellationToken cancel)
    {
        var program = await db.Programs.OfAsync(await db.Installations.SingleAsync(each => each.Id == channel.InstallationId, cancel), cancel);
        var person = await db.LockedPersonAsync(channel.InstallationId, arrival.ExternalId, cancel);
        if (person is null or { Name: "" })
        {
            if (now - arrival.ArrivedAt > Arrival.KnownWithin) arrival.Settle(); // of another company, or a bot
            LogUnknown(program.Id, arrival.State);
            return;
        }

        arrival.Settle();
        if (!program.Admits(person) || channel.ChannelJoining == ChannelJoining.Nothing)
        {
            LogLeftInPeace(program.Id, person.Id);
            return;
        }

        var participant = await db.Participants.FirstOrDefaultAsync(row => row.ProgramId == program.Id && row.PersonId == person.Id, cancel);
        if (participant is { HasLeft: false }) WelcomeBack(program, person, participant, arrival, now);
        else if (participant is null && channel.ChannelJoining == ChannelJoining.Enrols) Enrol(program, person, arrival, now);
        else Invite(program, person, arrival, now); // also whoever left by their own word: what they said goes before the channel
    }

    private void WelcomeBack(PairingProgram program, Person person, Participant participant, Arrival arrival, DateTimeOffset now)
    {
        if (!participant.ComeBack(arrival.ArrivedAt, now)) return;
        outbox.ToPeople([person], ChannelWords.Back(program, person, participant));
        LogBack(program.Id, person.Id);
    }

    private void Enrol(PairingProgram program, Person person, Arrival arrival, DateTimeOffset now)
    {
        var participant = Participant.Join(program, person, RelationshipCatalog.Default.Key, now);
        participant.ComeBack(arrival.ArrivedAt, now); // from here on, older news is no news
        db.Participants.Add(participant);
        arrival.Invite(now);
        outbox.ToPeople([person], ChannelWords.Enrolled(program, person), whenInDoubt: WhenInDoubt.SendAgain); // nobody takes part without having been told
        LogEnrolled(program.Id, person.Id);
    }

    private void Invite(PairingProgram program, Person person, Arrival arrival, DateTimeOffset now)
    {
        if (!arrival.MayBeInvited(now))
        {
            LogLeftInPeace(program.Id, person.Id);
            return;
        }

        arrival.Invite(now);
        outbox.ToPeople([person], ChannelWords.Invitation(program, person));
        LogInvited(program.Id, person.Id);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Somebody whom the directory has not named came to the channel of program {Program}: {State}")]
    private partial void LogUnknown(Guid program, ArrivalState state);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Program {Program} leaves {Person} in peace: asked before, or nobody whom it pairs")]
    private partial void LogLeftInPeace(Guid program, Guid person);

    [LoggerMessage(Level = LogLevel.Information, Message = "Program {Program} has {Person} back, who came back to its channel")]
    private partial void LogBack(Guid program, Guid person);

    [LoggerMessage(Level = LogLevel.Information, Message = "Program {Program} enrolled {Person}, who joined its channel")]
    private partial void LogEnrolled(Guid program, Guid person);

    [LoggerMessage(Level = LogLevel.Information, Message = "Program {Program} invited {Person}, who joined its channel")]
    private partial void LogInvited(Guid program, Guid person);
}
