using Microsoft.EntityFrameworkCore;
using PairingBot.App.Conversations;
using PairingBot.App.Reflections;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Relationships;

namespace PairingBot.App.Nudges;

/// <summary>Gathers what a nudge may look at.</summary>
public sealed class NudgeReader(PairingBotDb db, PairingBook pairings, SealedReflections answers, FreeTimes times, TimeProvider time)
{
    /// <summary>Times for the one kind of nudge that offers them. Calendars may take seconds to answer, so this is asked before any transaction.</summary>
    public async Task<OfferedTimes?> TimesAsync(PlannedNudge planned, CancellationToken cancel) =>
        planned.Kind == NudgeCatalog.FindATime.Key && await ReadAsync(planned, null, cancel) is { } facts && NudgeCatalog.FindATime.IsStillNeeded(facts)
            ? await times.FindAsync(facts.Program.InstallationId, facts.People, facts.Now, 0, cancel)
            : null;

    /// <param name="planned">The nudge.</param>
    /// <param name="offered">What <see cref="TimesAsync"/> found.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Null when nobody is left to nudge: the recipient is no longer a member, or the group has lost one, or the installation is gone.</returns>
    public async Task<NudgeFacts?> ReadAsync(PlannedNudge planned, OfferedTimes? offered, CancellationToken cancel)
    {
        var pairing = await db.Pairings.SingleAsync(row => row.Id == planned.PairingId, cancel);
        var people = await pairings.PeopleAsync(pairing, cancel);
        var program = await db.Programs.SingleAsync(row => row.Id == pairing.ProgramId, cancel);
        var type = RelationshipCatalog.Find(pairing.RelationshipType);
        var recipient = planned.PersonId is { } id ? people.Find(person => person.Id == id) : null;
        if (type is null || !(recipient is null ? people : [recipient]).TrueForAll(program.Admits)) return null;
        var reflection = recipient is null ? null : await db.Reflections.FirstOrDefaultAsync(row => row.PairingId == pairing.Id && row.PersonId == recipient.Id, cancel);
        var series = pairing.SeriesId is { } of ? await db.Series.FirstOrDefaultAsync(row => row.Id == of, cancel) : null;
        return new NudgeFacts(pairing, type, people, program, recipient, reflection, Action(reflection)) { Now = time.GetUtcNow(), Series = series, Times = offered };
    }

    private string? Action(Reflection? reflection) => reflection is { HasAction: true } ? answers.OpenAction(reflection) : null;
}
