namespace PairingBot.Domain.Nudges;

/// <summary>Every nudge there is.</summary>
public static class NudgeCatalog
{
    public static FindATime FindATime { get; } = new();

    public static DidYouMeet DidYouMeet { get; } = new();

    public static Tomorrow Tomorrow { get; } = new();

    public static PreparationCard PreparationCard { get; } = new();

    public static ActionCheck ActionCheck { get; } = new();

    public static DidYouTalk DidYouTalk { get; } = new();

    public static AgainNudge Again { get; } = new();

    public static DidItHelp DidItHelp { get; } = new();

    public static SeriesMidway SeriesMidway { get; } = new();

    public static SeriesEndNudge SeriesEnd { get; } = new();

    public static SeriesMissed SeriesMissed { get; } = new();

    public static IReadOnlyList<Nudge> All { get; } = [FindATime, DidYouMeet, Tomorrow, PreparationCard, DidYouTalk, Again, ActionCheck, DidItHelp, SeriesMidway, SeriesEnd, SeriesMissed];

    /// <summary>Null for a key of a version that knew more.</summary>
    public static Nudge? Find(string key) => All.FirstOrDefault(nudge => nudge.Key == key);
}
