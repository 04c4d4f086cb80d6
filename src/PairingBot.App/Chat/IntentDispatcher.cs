using PairingBot.App.Installations;
using PairingBot.App.Programs;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Chat;

/// <summary>From what somebody wants to the one place that does it. The one switch; what belongs to a conversation, and to what follows from it, goes on in two smaller ones.</summary>
public sealed class IntentDispatcher(MembershipHandler membership, ProgramHandler programs, ConversationIntents conversations, LearningIntents learning, InstallationHandler installations)
{
    public Task<Reply> DispatchAsync(ChatTurn turn, Intent intent, CancellationToken cancel) => intent switch
    {
        ConversationIntent conversation => conversations.DispatchAsync(turn, conversation, cancel),
        LearningIntent lesson => learning.DispatchAsync(turn, lesson, cancel),
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
        SetGoal goal => membership.SetGoalAsync(turn, goal.Goal, cancel),
        KeepGoal => Now(MembershipHandler.KeepGoal(turn)),
        OpenSettings => membership.OpenSettingsAsync(turn, cancel),
        SaveSettings settings => membership.SaveSettingsAsync(turn, settings.Answers, cancel),
        OpenAdmin => programs.OpenAsync(turn, cancel),
        SaveProgram program => programs.SaveAsync(turn, program.Answers, cancel),
        RunRoundNow => programs.RunNowAsync(turn, cancel),
        PreviewRound => programs.PreviewAsync(turn, cancel),
        HomeOpened => Now(Reply.Nothing),
        DirectMessage message => DispatchAsync(turn, IntentReader.FromCommand(message.Words), cancel),
        _ => throw new InvalidOperationException($"Nobody handles {intent.GetType().Name}."),
    };

    /// <summary>News of an installation, with no person's turn around it.</summary>
    public Task HearAsync(ChatRequest request, InstallationNews news, CancellationToken cancel) => installations.HearAsync(request.Installation, news, cancel);

    private static Task<Reply> Now(Reply reply) => Task.FromResult(reply);
}
