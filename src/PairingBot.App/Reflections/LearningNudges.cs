using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Reflections;

/// <summary>Plans what is asked of one person after a conversation. One row for each kind, pairing and person: what waits or was sent is moved, never doubled.</summary>
public sealed class LearningNudges(PairingBotDb db)
{
    /// <summary>At this moment, whether it was asked before or not.</summary>
    public async Task PlanAsync(Nudge nudge, Pairing pairing, Person person, DateTimeOffset dueAt, CancellationToken cancel)
    {
        if (await FindAsync(nudge, pairing, person, cancel) is { } planned) planned.Postpone(dueAt);
        else db.Nudges.Add(PlannedNudge.Plan(nudge, pairing.Id, person.Id, dueAt));
    }

    /// <summary>At this moment, unless it was asked before.</summary>
    public async Task PlanOnceAsync(Nudge nudge, Pairing pairing, Person person, DateTimeOffset dueAt, CancellationToken cancel)
    {
        if (await FindAsync(nudge, pairing, person, cancel) is not { State: NudgeState.Sent }) await PlanAsync(nudge, pairing, person, dueAt, cancel);
    }

    private async Task<PlannedNudge?> FindAsync(Nudge nudge, Pairing pairing, Person person, CancellationToken cancel) =>
        await db.Nudges.FirstOrDefaultAsync(row => row.PairingId == pairing.Id && row.PersonId == person.Id && row.Kind == nudge.Key, cancel);
}
