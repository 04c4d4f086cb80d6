using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Reflections;

/// <summary>Looking back: the form, what is kept (sealed, one row a person and pairing), and how the action went.</summary>
public sealed class ReflectionHandler(PairingBotDb db, PairingBook pairings, SealedReflections answers)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public async Task<Reply> OpenAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        if (pairing.State != PairingState.Met) return ReflectionWords.NotMetYet;
        var earlier = await FindAsync(pairing, turn.Person, cancel);
        var partners = string.Join(" and ", (await pairings.OthersAsync(pairing, turn.Person, cancel)).Select(other => other.ShortName));
        return new OpenForm(ReflectionForm.Open(argument, partners, earlier is null ? null : answers.Open(earlier), Zones.Day(turn.Person.Zone, turn.Now)));
    }

    public async Task<Reply> SaveAsync(ChatTurn turn, string argument, FormAnswers typed, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        if (pairing.State != PairingState.Met) return ReflectionWords.NotMetYet;
        var (read, faults) = ReflectionForm.Read(typed, Zones.Day(turn.Person.Zone, turn.Now));
        if (read is null) return new RefuseForm(faults);

        var reflection = await FindAsync(pairing, turn.Person, cancel);
        if (reflection is null) db.Reflections.Add(reflection = Reflection.For(pairing.Id, turn.Person.Id));
        reflection.Write(answers.Seal(reflection, read), turn.Now);
        if (reflection.HasAction) await PlanCheckAsync(pairing, turn.Person, ActionCheck.DueAt(turn.Now, turn.Person), cancel);
        return new Say(ReflectionWords.Kept(read));
    }

    public async Task<Reply> SettleAsync(ChatTurn turn, string argument, string outcome, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing || await FindAsync(pairing, turn.Person, cancel) is not { } reflection) return RoundWords.NotYours;
        if (reflection.Outcome is not null) return ReflectionWords.NoAction;
        if (outcome == "later") await PlanCheckAsync(pairing, turn.Person, WorkingHours.Of(turn.Person).NextFrom(turn.Now + Week), cancel);
        else if (!reflection.Settle(outcome == "done" ? ActionOutcome.Done : ActionOutcome.Dropped)) return ReflectionWords.NoAction;
        return ReflectionWords.Outcome(outcome);
    }

    private Task<Reflection?> FindAsync(Pairing pairing, Person writer, CancellationToken cancel) =>
        db.Reflections.FirstOrDefaultAsync(row => row.PairingId == pairing.Id && row.PersonId == writer.Id, cancel);

    private async Task PlanCheckAsync(Pairing pairing, Person writer, DateTimeOffset dueAt, CancellationToken cancel)
    {
        var planned = await db.Nudges.FirstOrDefaultAsync(row => row.PairingId == pairing.Id && row.PersonId == writer.Id && row.Kind == NudgeCatalog.ActionCheck.Key, cancel);
        if (planned is null) db.Nudges.Add(PlannedNudge.Plan(NudgeCatalog.ActionCheck, pairing.Id, writer.Id, dueAt));
        else planned.Postpone(dueAt);
    }
}
