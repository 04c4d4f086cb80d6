namespace PairingBot.Domain.Matchmaking;

/// <summary>Why a round left somebody out: stored, for ever.</summary>
public static class SitOutReasons
{
    /// <summary>Nobody else took part.</summary>
    public const string NobodyElse = "nobody-else";

    /// <summary>Nobody sought what the person offers, or offered what they seek.</summary>
    public const string NoMatchingWish = "no-matching-wish";

    /// <summary>Wishes met, but never with the experience that the relationship needs.</summary>
    public const string NobodyFitting = "nobody-fitting";

    public const string ReportingLine = "reporting-line";

    public const string NoSharedHours = "no-shared-hours";

    public const string CoolDown = "cool-down";

    /// <summary>No single rule to name: several came together, or one that must not be named.</summary>
    public const string NobodyAllowed = "nobody-allowed";

    /// <summary>There was at least one possible partner, and each was needed elsewhere so that as many as possible could meet.</summary>
    public const string NoPartnerFree = "no-partner-free";

    /// <summary>Everybody possible met somebody; one had to be left, and no pair could take a third.</summary>
    public const string OddOne = "odd-one";

    /// <summary>Somebody would have been right, and takes a break.</summary>
    public const string PartnerResting = "partner-resting";

    public static IReadOnlyList<string> All { get; } =
        [NobodyElse, NoMatchingWish, NobodyFitting, ReportingLine, NoSharedHours, CoolDown, NobodyAllowed, NoPartnerFree, OddOne, PartnerResting];
}
