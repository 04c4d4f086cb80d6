namespace PairingBot.Domain.Nudges;

/// <summary>Every nudge there is.</summary>
public static class NudgeCatalog
{
    public static FindATime FindATime { get; } = new();

    public static DidYouMeet DidYouMeet { get; } = new();

    public static ActionCheck ActionCheck { get; } = new();

    public static IReadOnlyList<Nudge> All { get; } = [FindATime, DidYouMeet, ActionCheck];

    /// <summary>Null for a key of a version that knew more.</summary>
    public static Nudge? Find(string key) => All.FirstOrDefault(nudge => nudge.Key == key);
}
