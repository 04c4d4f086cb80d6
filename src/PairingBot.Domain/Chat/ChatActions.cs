namespace PairingBot.Domain.Chat;

/// <summary>The keys of buttons. Stored in messages that were sent, so: for ever.</summary>
public static class ChatActions
{
    public const string Join = "join";
    public const string Leave = "leave";
    public const string Resume = "resume";
    public const string Pause = "pause";
    public const string Skip = "skip";
    public const string Settings = "settings";
    public const string Admin = "admin";
    public const string RunNow = "run-now";
    public const string Preview = "preview";
    public const string Why = "why";
    public const string Help = "help";
    public const string TimeFound = "time-found";
    public const string Met = "met";
    public const string NotMet = "not-met";
    public const string Reflect = "reflect";
    public const string ActionDone = "action-done";
    public const string ActionLater = "action-later";
    public const string ActionDropped = "action-dropped";
    public const string JoinInvited = "join-invited";
    public const string NotNow = "not-now";
    public const string StayIn = "stay-in";
    public const string WeekIn = "week-in";
    public const string WeekSkip = "week-skip";
    public const string FrameRequest = "frame-request";
    public const string KeepGoal = "keep-goal";
    public const string Talked = "talked";
    public const string Helped = "helped";
    public const string HelpedALittle = "helped-a-little";
    public const string HelpedNotReally = "helped-not-really";
    public const string FindPost = "find-post";
    public const string FindLeave = "find-leave";
    public const string AgainGoOn = "again-go-on";
    public const string AgainGoodbye = "again-goodbye";
    public const string AgainSomeDay = "again-some-day";
    public const string SeriesGoOn = "series-go-on";
    public const string SeriesChange = "series-change";
    public const string SeriesEnd = "series-end";
    public const string SeriesFinish = "series-finish";
    public const string MyLearning = "my-learning";
    public const string ConsentYes = "consent-yes";
    public const string ConsentNo = "consent-no";
    public const string NoAnswer = "no-answer";
    public const string Silent = "silent";
    public const string IAmHere = "i-am-here";
    public const string HaveNoTime = "have-no-time";
    public const string Ask = "ask";
    public const string AskChoose = "ask-choose";
    public const string AskCallOff = "ask-call-off";
    public const string AskGoal = "ask-goal";
    public const string AskYes = "ask-yes";
    public const string AskNo = "ask-no";
    public const string BookTime = "book-time";
    public const string OtherTimes = "other-times";
    public const string Disconnect = "disconnect";
    public const string TwinHere = "twin-here";
    public const string TwinThere = "twin-there";
    public const string TwinNotMe = "twin-not-me";
    public const string TwinUndo = "twin-undo";
}

/// <summary>The keys of forms. A form may be open while a new version starts, so: for ever.</summary>
public static class ChatForms
{
    public const string Settings = "settings";
    public const string Program = "program";
    public const string Reflection = "reflection";
    public const string Notice = "notice";
    public const string Request = "request";
    public const string Meeting = "meeting";
    public const string AskTopic = "ask-topic";
    public const string AskRequest = "ask-request";
}
