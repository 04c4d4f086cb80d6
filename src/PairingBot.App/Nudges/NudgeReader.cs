using Microsoft.EntityFrameworkCore;
using PairingBot.App.Conversations;
using PairingBot.App.Reflections;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Relationships;

namespace PairingBot.App.Nudges;

/// <summary>Gathers what a nudge may look at.</summary>
public sealed class NudgeReader(PairingBotDb db, PairingBook pairings, SealedReflections answers, FreeTimes times, TimeProvider time)
{
    /// <returns>Null when nobody is left to nudge: the recipient is no longer a member, or the group has lost one, or the installation is gone.</returns>
    public async Task<NudgeFacts?> ReadAsync(PlannedNudge planned, CancellationToken cancel)
    {
        var pairing = await db.Pairings.SingleAsync(row => row.Id == planned.PairingId, cancel);
        var people = await pairings.PeopleAsync(pairing, cancel);
        var program = await db.Programs.SingleAsync(row => row.Id == pairing.ProgramId, cancel);
        var type = RelationshipCatalog.Find(pairing.RelationshipType);
        var recipient = planned.PersonId is { } id ? people.Find(person => person.Id == id) : null;
        if (type is null || !(recipient is null ? people : [recipient]).TrueForAll(program.Admits)) return null;
        var reflection = recipient is null ? null : await db.Reflections.FirstOrDefaultAsync(row => row.PairingId == pairing.Id && row.PersonId == recipient.Id, cancel);
        var series = pairing.SeriesId is { } of ? await db.Series.FirstOrDefaultAsync(row => row.Id == of, cancel) : null;
        var facts = new NudgeFacts(pairing, type, people, program, recipient, reflection, Action(reflection)) { Now = time.GetUtcNow(), Series = series };
        var looksForTime = planned.Kind == NudgeCatalog.FindATime.Key && NudgeCatalog.FindATime.IsStillNeeded(facts);
        return looksForTime ? facts with { Times = await times.FindAsync(program.InstallationId, people, facts.Now, 0, cancel) } : facts;
    }

    private string? Action(Reflection? reflection) => reflection is { HasAction: true } ? answers.OpenAction(reflection) : null;
}
