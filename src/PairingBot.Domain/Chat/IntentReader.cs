using PairingBot.Domain.Conversations;
using PairingBot.Domain.Organizations;
using PairingBot.Domain.Reflections;

namespace PairingBot.Domain.Chat;

/// <summary>From typed words, pressed buttons and sent forms to an <see cref="Intent"/>: the same for every platform.</summary>
public static class IntentReader
{
    /// <summary>The words that a person can type after the command, in the order in which help shows them.</summary>
    public static IReadOnlyList<string> CommandWords { get; } =
        ["join", "leave", "pause", "resume", "skip", "goal", "ask", "why", "me", "reflect", "settings", "admin", "preview", "connect", "disconnect", "help"];

    /// <summary>
    /// What stands after the slash command, in any case, spacing and kind of letters; the command itself may stand before it once more, as in a direct message.
    /// An unknown word asks for help and is named there.
    /// </summary>
    public static Intent FromCommand(string typed)
    {
        var (first, rest) = TypedWord.Split(typed);
        if (TypedWord.Fold(first) == Command.Word) (first, rest) = TypedWord.Split(rest);
        return TypedWord.Fold(first) switch
        {
            "" or "home" => new ShowHome(),
            "join" or "start" => new JoinProgram(),
            "leave" or "quit" or "stop" => new LeaveProgram(),
            "pause" or "snooze" => new PausePairing(rest),
            "resume" or "unpause" => new ResumePairing(),
            "skip" => new SkipRound(),
            "goal" => new SetGoal(rest),
            "ask" or "advice" => new AskForAdvice(rest),
            "why" => new AskWhy(),
            "me" or "learning" => new ShowLearning(),
            "reflect" or "reflection" => new LookBack(),
            "settings" or "profile" => new OpenSettings(),
            "admin" => new OpenAdmin(),
            "preview" => new PreviewRound(),
            "connect" => new ConnectSides(rest),
            "disconnect" => new DisconnectSides(),
            "help" or "?" => new ShowHelp(),
            _ => new ShowHelp(first.ToLowerInvariant()),
        };
    }

    /// <summary>A pressed button; null when no button of ours has this action (an older or newer version's, or another app's).</summary>
    public static Intent? FromPress(string action, string argument) => action switch
    {
        ChatActions.Join => new JoinProgram(),
        ChatActions.Leave => new LeaveProgram(),
        ChatActions.Resume => new ResumePairing(),
        ChatActions.Pause => new PausePairing(argument),
        ChatActions.Skip => new SkipRound(),
        ChatActions.Settings => new OpenSettings(),
        ChatActions.Admin => new OpenAdmin(),
        ChatActions.RunNow => new RunRoundNow(),
        ChatActions.Preview => new PreviewRound(),
        ChatActions.Why => new AskWhy(),
        ChatActions.Help => new ShowHelp(),
        ChatActions.TimeFound => new SayTimeFound(argument),
        ChatActions.Met => new SayMet(argument),
        ChatActions.NotMet => new SayNotMet(argument),
        ChatActions.Reflect => new OpenReflection(argument),
        ChatActions.ActionDone => new SayActionOutcome(argument, "done"),
        ChatActions.ActionLater => new SayActionOutcome(argument, "later"),
        ChatActions.ActionDropped => new SayActionOutcome(argument, "dropped"),
        ChatActions.JoinInvited => new JoinProgram(IsInvited: true),
        ChatActions.NotNow => new DeclineInvitation(),
        ChatActions.StayIn => new StayInProgram(),
        ChatActions.WeekIn => new AnswerWeek(argument, IsIn: true),
        ChatActions.WeekSkip => new AnswerWeek(argument, IsIn: false),
        ChatActions.KeepGoal => new KeepGoal(),
        ChatActions.FrameRequest => new FrameRequest(argument),
        ChatActions.Talked => new SayTalked(argument),
        ChatActions.Helped => new SayHelp(argument, ActionHelp.Helped),
        ChatActions.HelpedALittle => new SayHelp(argument, ActionHelp.ALittle),
        ChatActions.HelpedNotReally => new SayHelp(argument, ActionHelp.NotReally),
        ChatActions.FindPost => new PassOnFind(argument, IsPosted: true),
        ChatActions.FindLeave => new PassOnFind(argument, IsPosted: false),
        ChatActions.AgainGoOn => new SayAgain(argument, Again.GoOn),
        ChatActions.AgainGoodbye => new SayAgain(argument, Again.Goodbye),
        ChatActions.AgainSomeDay => new SayAgain(argument, Again.SomeDay),
        ChatActions.SeriesGoOn => new AnswerSeries(argument, SeriesAnswer.GoOn),
        ChatActions.SeriesChange => new AnswerSeries(argument, SeriesAnswer.Change),
        ChatActions.SeriesEnd => new AnswerSeries(argument, SeriesAnswer.Finish),
        ChatActions.SeriesFinish => new FinishSeries(argument),
        ChatActions.MyLearning => new ShowLearning(),
        ChatActions.ConsentYes => new AnswerProposal(argument, IsYes: true),
        ChatActions.ConsentNo => new AnswerProposal(argument, IsYes: false),
        ChatActions.NoAnswer => new SayNoAnswer(argument),
        ChatActions.Silent => new SaySilent(argument),
        ChatActions.IAmHere => new AnswerSilence(argument, IsHere: true),
        ChatActions.HaveNoTime => new AnswerSilence(argument, IsHere: false),
        ChatActions.Ask => new AskForAdvice(""),
        ChatActions.AskChoose => new ChooseForAdvice(argument),
        ChatActions.AskCallOff => new CallOffAsk(argument),
        ChatActions.AskGoal => new MakeAskGoal(argument),
        ChatActions.AskYes => new AnswerAsk(argument, IsYes: true),
        ChatActions.AskNo => new AnswerAsk(argument, IsYes: false),
        ChatActions.BookTime => new BookTime(argument),
        ChatActions.OtherTimes => new WantOtherTimes(argument),
        _ => FromPressOfOrganization(action, argument),
    };

    private static OrganizationIntent? FromPressOfOrganization(string action, string argument) => action switch
    {
        ChatActions.Disconnect => new DisconnectSides(argument),
        ChatActions.TwinHere => new SayTwin(argument, TwinAnswer.Here),
        ChatActions.TwinThere => new SayTwin(argument, TwinAnswer.There),
        ChatActions.TwinNotMe => new SayTwin(argument, TwinAnswer.NotMe),
        ChatActions.TwinUndo => new BeTwo(argument),
        _ => null,
    };

    /// <summary>A sent form; null when no form of ours has this key.</summary>
    public static Intent? FromForm(string key, string argument, FormAnswers answers) => key switch
    {
        ChatForms.Settings => new SaveSettings(answers),
        ChatForms.Program => new SaveProgram(answers),
        ChatForms.Reflection => new SaveReflection(argument, answers),
        ChatForms.Request => new SendRequest(argument, answers),
        ChatForms.Meeting => new SaveMeeting(argument, answers),
        ChatForms.AskTopic => new SaveAskTopic(answers),
        ChatForms.AskRequest => new SendAskRequest(argument, answers),
        _ => null,
    };
}
