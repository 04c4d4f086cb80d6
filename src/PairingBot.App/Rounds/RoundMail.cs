using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>Writes a plan down: pairings and sit-outs, and every message that goes out for them.</summary>
public sealed class RoundMail(PairingBotDb db, Outbox outbox, OrganizerTurns turns)
{
    public async Task WriteAsync(Round round, PairingPlan plan, CancellationToken cancel)
    {
        var program = await db.Programs.SingleAsync(row => row.Id == round.ProgramId, cancel);
        var ids = round.Snapshot.Candidates.Select(candidate => candidate.PersonId).ToList();
        var people = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        var participants = await db.Participants.Where(row => row.ProgramId == program.Id && ids.Contains(row.PersonId)).ToDictionaryAsync(row => row.PersonId, cancel);
        var organizers = await turns.AssignAsync(program, plan, round.Snapshot.Seed, cancel);
        foreach (var (planned, organizer) in plan.Pairings.Zip(organizers)) Introduce(program, round, planned, organizer, people, participants);
        foreach (var planned in plan.SitOuts) LeaveOut(program, round, planned, people[planned.PersonId], participants[planned.PersonId]);
        if (program.AnnounceIn is { } channel && plan.Pairings.Count > 0)
            outbox.ToChannel(program.InstallationId, channel, RoundWords.Announcement(program, plan.Pairings.Count, plan.PeopleMet), $"announcement:{round.Id:N}");
    }

    private void Introduce(PairingProgram program, Round round, PlannedPairing planned, Guid organizer, Dictionary<Guid, Person> everybody, Dictionary<Guid, Participant> participants)
    {
        var now = round.OpenedAt;
        var pairing = Pairing.Introduce(round, planned, organizer, now);
        db.Pairings.Add(pairing);
        foreach (var member in pairing.Members) participants[member.PersonId].Paired(round.Number);
        var people = pairing.Members.Select(member => everybody[member.PersonId]).ToList();
        var type = RelationshipCatalog.Find(pairing.RelationshipType) ?? throw new InvalidOperationException($"A plan holds the unknown relationship '{pairing.RelationshipType}'.");
        outbox.ToPeople(program.InstallationId, people, Introduction.Message(pairing, type, people, round.Snapshot), $"introduction:{pairing.Id:N}", Introduction.Opener(people));
        db.Nudges.Add(PlannedNudge.Plan(NudgeCatalog.FindATime, pairing.Id, null, FindATime.DueAt(now, program, people)));
        db.Nudges.Add(PlannedNudge.Plan(NudgeCatalog.DidYouMeet, pairing.Id, null, DidYouMeet.DueAt(now, program, people)));
    }

    private void LeaveOut(PairingProgram program, Round round, PlannedSitOut planned, Person person, Participant participant)
    {
        var sitOut = SitOut.From(round, planned);
        db.SitOuts.Add(sitOut);
        participant.LeftOut();
        outbox.ToPeople(program.InstallationId, [person], RoundWords.LeftOut(sitOut, person, program), $"left-out:{round.Id:N}:{person.Id:N}");
    }
}
