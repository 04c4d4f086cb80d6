using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;

namespace PairingBot.App.Programs;

/// <summary>Coming, pausing, skipping, going; and what people tell of themselves.</summary>
public sealed class MembershipHandler(PairingBotDb db, Goals goals, SilentWishes wishes)
{
    public Reply Join(ChatTurn turn)
    {
        if (!turn.Program.Admits(turn.Person)) return MembershipWords.NotForGuests;
        if (turn.Participant is not { } participant)
        {
            db.Participants.Add(Participant.Join(turn.Program, turn.Person, RelationshipCatalog.Default.Key, turn.Now));
            return MembershipWords.Joined(turn.Person, turn.Program);
        }

        if (HasNothingToEnd(turn, participant)) return MembershipWords.AlreadyIn(turn.Person, turn.Program, participant);
        participant.Return();
        return MembershipWords.WelcomeBack(turn.Person, turn.Program, participant);
    }

    public static Reply Leave(ChatTurn turn)
    {
        if (turn.Participant is not { HasLeft: false } participant) return MembershipWords.NotIn;
        participant.Leave();
        return MembershipWords.Left;
    }

    public static Reply Pause(ChatTurn turn, string until)
    {
        if (turn.Participant is not { HasLeft: false } participant) return MembershipWords.NotIn;
        var zone = turn.Person.Zone;
        if (PauseUntil.Read(until, Zones.Day(zone, turn.Now)) is not { } day) return MembershipWords.AskUntil(until);
        participant.Pause(PauseUntil.Moment(day, zone));
        return MembershipWords.Paused(day);
    }

    public static Reply Resume(ChatTurn turn)
    {
        if (turn.Participant is not { HasLeft: false } participant) return MembershipWords.NotIn;
        if (HasNothingToEnd(turn, participant)) return MembershipWords.NothingToResume(turn.Person, turn.Program, participant);
        participant.Return();
        return MembershipWords.Resumed(turn.Person, turn.Program, participant);
    }

    public static Reply Skip(ChatTurn turn)
    {
        if (turn.Participant is not { HasLeft: false } participant) return MembershipWords.NotIn;
        var own = turn.Program.SkippableFor(participant);
        participant.Answer(own.Number, isIn: false);
        return MembershipWords.Skipped(turn.Person, own.At);
    }

    /// <summary>By the button of an invitation: the answer takes its place.</summary>
    public Reply JoinInvited(ChatTurn turn) => Join(turn) is Say answer ? new Replace(answer.Message) : Reply.Nothing;

    public static Reply Decline(ChatTurn turn) => ChannelWords.NotNow(turn.Program);

    public static Reply StayIn(ChatTurn turn)
    {
        if (turn.Participant is not { HasLeft: false } participant) return MembershipWords.NotIn;
        participant.Return();
        return ChannelWords.StayedIn(turn.Person, turn.Program, participant);
    }

    public async Task<Reply> AnswerWeekAsync(ChatTurn turn, string argument, bool isIn, CancellationToken cancel)
    {
        if (turn.Participant is not { HasLeft: false } participant) return MembershipWords.NotIn;
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM programs WHERE id = {turn.Program.Id} FOR SHARE", cancel); // a round that opens at this moment has counted us, or waits
        await db.Entry(turn.Program).ReloadAsync(cancel);
        if (WeekAsking.Round(turn.Program, argument) is not { } round || round <= turn.Program.LastRoundNumber) return WeekWords.TooLate(turn.Program, turn.Person, participant);
        if (participant.StateAt(turn.Program.NextRoundAt) == ParticipantState.Paused) return WeekWords.IsPaused(turn.Program);
        participant.Answer(round, isIn);
        return isIn ? WeekWords.IsIn(turn.Program, turn.Person, round) : WeekWords.IsOut(turn.Program, turn.Person, round);
    }

    public async Task<Reply> SetGoalAsync(ChatTurn turn, string goal, CancellationToken cancel)
    {
        var current = turn.Person.Profile.Goal;
        if (goal.Length == 0) return await goals.IsOldAsync(turn.Program, turn.Person, turn.Participant, cancel) ? GoalWords.AskAnew(current!) : MembershipWords.AskGoal(current);
        return AimAt(turn, goal);
    }

    public static Reply AimAt(ChatTurn turn, string goal)
    {
        if (goal.Length > SettingsForm.LongestGoal) return MembershipWords.GoalTooLong(goal, SettingsForm.LongestGoal);
        turn.Person.AimAt(goal, turn.Now);
        return MembershipWords.GoalSaved(goal);
    }

    /// <summary>What was written before is what they are trying to do now, too.</summary>
    public static Reply KeepGoal(ChatTurn turn)
    {
        if (turn.Person.Profile.Goal is not { } goal) return MembershipWords.AskGoal(null);
        turn.Person.AimAt(goal, turn.Now);
        return MembershipWords.GoalSaved(goal);
    }

    public async Task<Reply> OpenSettingsAsync(ChatTurn turn, CancellationToken cancel)
    {
        if (turn.Participant is not { HasLeft: false } participant) return MembershipWords.NotIn;
        var manager = await db.People.Where(person => person.Id == turn.Person.ManagerId && person.InstallationId == turn.Installation.Id).Select(person => person.ExternalId).FirstOrDefaultAsync(cancel);
        return new OpenForm(SettingsForm.Open(turn.Person, participant, turn.Program, await wishes.HereAsync(turn, cancel), manager, turn.Now, await wishes.ElsewhereAsync(turn, cancel)));
    }

    public async Task<Reply> SaveSettingsAsync(ChatTurn turn, FormAnswers answers, CancellationToken cancel)
    {
        if (turn.Participant is not { HasLeft: false } participant) return MembershipWords.NotIn;
        var (draft, faults) = SettingsForm.Read(answers, turn.Program);
        if (draft is null) return new RefuseForm(faults);

        var manager = draft.Manager is null ? null : await db.People.FirstOrDefaultAsync(person => person.InstallationId == turn.Installation.Id && person.ExternalId == draft.Manager, cancel);
        turn.Person.Describe(draft.Profile with { GoalSetAt = GoalSetAt(turn, draft.Profile.Goal) }, draft.Skills, manager?.Id ?? await ManagerElsewhereAsync(turn, cancel));
        participant.Wish(draft.Seeks, draft.Offers, draft.Capacity, draft.EveryRounds);
        await wishes.KeepAsync(turn, draft, cancel);
        return SettingsForm.Saved;
    }

    /// <summary>Saved again among other settings, a goal is no newer.</summary>
    private static DateTimeOffset? GoalSetAt(ChatTurn turn, string? goal) => goal is null ? null : goal == turn.Person.Profile.Goal ? turn.Person.Profile.GoalSetAt : turn.Now;

    /// <summary>Neither a pause, nor a round that they skip, nor one that they have not said yes to.</summary>
    private static bool HasNothingToEnd(ChatTurn turn, Participant participant) =>
        participant.StateAt(turn.Now) == ParticipantState.Active && !(participant.SkipsRound > turn.Program.LastRoundNumber) && participant.NeedsYesFor != turn.Program.LastRoundNumber + 1;

    /// <summary>The form shows people of the installation in which it is opened, and says nothing of those who live elsewhere.</summary>
    private async Task<Guid?> ManagerElsewhereAsync(ChatTurn turn, CancellationToken cancel) =>
        turn.Person.ManagerId is null ? null : await db.People.Where(person => person.Id == turn.Person.ManagerId && person.InstallationId != turn.Installation.Id).Select(person => (Guid?)person.Id).FirstOrDefaultAsync(cancel);
}
