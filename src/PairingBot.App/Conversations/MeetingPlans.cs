using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Conversations;

/// <summary>Plans what is sent around a meeting, and moves it when the day changes: there is one of each, whatever is pressed how often.</summary>
public sealed class MeetingPlans(PairingBotDb db)
{
    /// <returns>Whether there is still time for a reminder before.</returns>
    public async Task<bool> PlanAsync(Pairing pairing, IReadOnlyList<Person> people, PairingProgram program, DateTimeOffset now, CancellationToken cancel)
    {
        var planned = await db.Nudges.Where(row => row.PairingId == pairing.Id).ToListAsync(cancel);
        foreach (var person in people)
        {
            var due = PreparationCard.DueAt(pairing, person, now);
            if (Find(planned, NudgeCatalog.PreparationCard, person.Id) is not { } card) db.Nudges.Add(PlannedNudge.Plan(NudgeCatalog.PreparationCard, pairing.Id, person.Id, due));
            else if (card.State != NudgeState.Sent) card.Postpone(due); // nobody needs it twice
        }

        var reminder = pairing.MeetsAt is { } at ? Tomorrow.DueAt(at, now, people) : null;
        Move(Find(planned, NudgeCatalog.Tomorrow, null), NudgeCatalog.Tomorrow, pairing, reminder);
        if (pairing.MeetsAt is { } meets) Move(Find(planned, NudgeCatalog.DidYouMeet, null), NudgeCatalog.DidYouMeet, pairing, DidYouMeet.DueAfter(meets, program, people));
        return reminder is not null;
    }

    private static PlannedNudge? Find(List<PlannedNudge> planned, Nudge nudge, Guid? person) => planned.Find(row => row.Kind == nudge.Key && row.PersonId == person);

    private void Move(PlannedNudge? planned, Nudge nudge, Pairing pairing, DateTimeOffset? due)
    {
        if (due is null) planned?.Drop();
        else if (planned is null) db.Nudges.Add(PlannedNudge.Plan(nudge, pairing.Id, null, due.Value));
        else planned.Postpone(due.Value);
    }
}
