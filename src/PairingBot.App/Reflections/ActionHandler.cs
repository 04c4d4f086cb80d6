using PairingBot.App.Chat;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Reflections;

/// <summary>How an action went, and whether it helped.</summary>
public sealed class ActionHandler(PairingBook pairings, ReflectionBook book, LearningNudges nudges)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public async Task<Reply> SettleAsync(ChatTurn turn, string argument, string outcome, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing || await book.FindAsync(pairing, turn.Person, cancel) is not { } reflection) return RoundWords.NotYours;
        if (reflection.Outcome is not null) return ReflectionWords.NoAction;
        if (outcome == "later") await nudges.PlanAsync(NudgeCatalog.ActionCheck, pairing, turn.Person, WorkingHours.Of(turn.Person).NextFrom(turn.Now + Week), cancel);
        else if (!reflection.Settle(outcome == "done" ? ActionOutcome.Done : ActionOutcome.Dropped)) return ReflectionWords.NoAction;
        return ReflectionWords.Outcome(outcome);
    }

    public async Task<Reply> HelpAsync(ChatTurn turn, string argument, ActionHelp help, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing || await book.FindAsync(pairing, turn.Person, cancel) is not { } reflection) return RoundWords.NotYours;
        return reflection.Say(help) ? ReflectionWords.Help(help) : ReflectionWords.NoAction;
    }
}
