using PairingBot.App.Installations;
using PairingBot.App.Programs;
using PairingBot.App.Reflections;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Chat;

/// <summary>From what somebody wants to the one place that does it. The one switch.</summary>
public sealed class IntentDispatcher(MembershipHandler membership, ProgramHandler programs, ConversationHandler conversations, ReflectionHandler reflections, InstallationHandler installations)
{
    public Task<Reply> DispatchAsync(ChatTurn turn, Intent intent, CancellationToken cancel) => intent switch
    {
        ShowHome => conversations.ShowHomeAsync(turn, cancel),
        ShowHelp help => Now(new Say(HelpText.Message(help.UnknownWord))),
        JoinProgram { IsInvited: true } => Now(membership.JoinInvited(turn)),
        JoinProgram => Now(membership.Join(turn)),
        DeclineInvitation => Now(MembershipHandler.Decline(turn)),
        StayInProgram => Now(MembershipHandler.StayIn(turn)),
        AnswerWeek answer => membership.AnswerWeekAsync(turn, answer.Round, answer.IsIn, cancel),
        LeaveProgram => Now(MembershipHandler.Leave(turn)),
        PausePairing pause => Now(MembershipHandler.Pause(turn, pause.Until)),
        ResumePairing => Now(MembershipHandler.Resume(turn)),
        SkipRound => Now(MembershipHandler.Skip(turn)),
        SetGoal goal => Now(MembershipHandler.SetGoal(turn, goal.Goal)),
        OpenSettings => membership.OpenSettingsAsync(turn, cancel),
        SaveSettings settings => membership.SaveSettingsAsync(turn, settings.Answers, cancel),
        OpenAdmin => programs.OpenAsync(turn, cancel),
        SaveProgram program => programs.SaveAsync(turn, program.Answers, cancel),
        RunRoundNow => programs.RunNowAsync(turn, cancel),
        PreviewRound => programs.PreviewAsync(turn, cancel),
        AskWhy => conversations.WhyAsync(turn, cancel),
        SayTimeFound found => conversations.FindTimeAsync(turn, found.Pairing, cancel),
        SayMet met => conversations.MeetAsync(turn, met.Pairing, cancel),
        SayNotMet missed => conversations.MissEachOtherAsync(turn, missed.Pairing, cancel),
        OpenReflection open => reflections.OpenAsync(turn, open.Pairing, cancel),
        SaveReflection save => reflections.SaveAsync(turn, save.Pairing, save.Answers, cancel),
        SayActionOutcome outcome => reflections.SettleAsync(turn, outcome.Pairing, outcome.Outcome, cancel),
        HomeOpened => Now(Reply.Nothing),
        DirectMessage message => DispatchAsync(turn, IntentReader.FromCommand(message.Words), cancel),
        _ => throw new InvalidOperationException($"Nobody handles {intent.GetType().Name}."),
    };

    /// <summary>News of an installation, with no person's turn around it.</summary>
    public Task HearAsync(ChatRequest request, InstallationNews news, CancellationToken cancel) => installations.HearAsync(request.Installation, news, cancel);

    private static Task<Reply> Now(Reply reply) => Task.FromResult(reply);
}
