using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>Writes a plan down: pairings and sit-outs, and every message that goes out for them.</summary>
public sealed class RoundMail(PairingBotDb db, Outbox outbox, Introductions introductions, OrganizerTurns turns, Departures departures)
{
    public async Task WriteAsync(Round round, PairingPlan plan, CancellationToken cancel)
    {
        var cast = await CastAsync(round, round.Snapshot, round.OpenedAt, cancel);
        var program = cast.Program;
        await IntroduceAllAsync(cast, plan, cancel);
        foreach (var planned in plan.SitOuts) LeaveOut(cast, planned);
        var certain = plan.Certain(); // nobody is counted as paired before they have said yes
        if (program.AnnounceIn is { } channel && certain.Pairings.Count > 0)
            outbox.ToChannel(program.InstallationId, channel, RoundWords.Announcement(program, certain.Pairings.Count, certain.PeopleMet), $"announcement:{round.Id:N}");
        await db.SaveChangesAsync(cancel);
        foreach (var gone in cast.People.Values.Where(person => !program.Admits(person))) await departures.OfAsync(gone, cancel); // since the snapshot
    }

    /// <summary>Matches made while the round runs. Whoever is still alone has been told already.</summary>
    public async Task WriteLateAsync(Round round, RoundSnapshot late, PairingPlan plan, CancellationToken cancel)
    {
        await IntroduceAllAsync(await CastAsync(round, late, late.TakenAt, cancel), plan, cancel);
        var paired = plan.Pairings.SelectMany(planned => planned.Members).Select(member => member.PersonId).ToList();
        db.SitOuts.RemoveRange(await db.SitOuts.Where(sitOut => sitOut.RoundId == round.Id && paired.Contains(sitOut.PersonId)).ToListAsync(cancel));
    }

    private async Task<RoundCast> CastAsync(Round round, RoundSnapshot snapshot, DateTimeOffset now, CancellationToken cancel)
    {
        var program = await db.Programs.SingleAsync(row => row.Id == round.ProgramId, cancel);
        var ids = snapshot.Candidates.Select(candidate => candidate.PersonId).ToList();
        var people = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        var participants = await db.Participants.Where(row => row.ProgramId == program.Id && ids.Contains(row.PersonId)).ToDictionaryAsync(row => row.PersonId, cancel);
        return new RoundCast(program, round, snapshot, people, participants, now);
    }

    private async Task IntroduceAllAsync(RoundCast cast, PairingPlan plan, CancellationToken cancel)
    {
        var organizers = await turns.AssignAsync(cast.Program, plan, cast.Snapshot.Seed, cancel);
        var pairings = plan.Pairings.Zip(organizers, (planned, organizer) => Pairing.Introduce(cast.Round, planned, organizer, cast.Now)).ToList();
        db.Pairings.AddRange(pairings);
        foreach (var member in pairings.Where(pairing => pairing.State != PairingState.Proposed).SelectMany(pairing => pairing.Members)) cast.Participants[member.PersonId].Paired(cast.Round.Number);
        await introductions.WriteAsync(cast.Program, pairings, cast.Snapshot.Seed, cast.Now, cancel);
    }

    private void LeaveOut(RoundCast cast, PlannedSitOut planned)
    {
        var (program, round, person) = (cast.Program, cast.Round, cast.People[planned.PersonId]);
        var sitOut = SitOut.From(round, planned);
        db.SitOuts.Add(sitOut);
        cast.Participants[person.Id].LeftOut();
        outbox.ToPeople([person], RoundWords.LeftOut(sitOut, person, program), $"left-out:{round.Id:N}:{person.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
    }

    /// <summary>Everybody and everything that a plan speaks of.</summary>
    private sealed record RoundCast(PairingProgram Program, Round Round, RoundSnapshot Snapshot, Dictionary<Guid, Person> People, Dictionary<Guid, Participant> Participants, DateTimeOffset Now);
}
