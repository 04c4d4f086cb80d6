namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>All that PairingBot considers when it pairs people.</summary>
internal static class CriterionCatalog
{
    public static IReadOnlyList<RequiredCriterion> Required { get; } =
    [
        new RightExperience(),
        new NoReportingLine(),
        new SharedWorkingHours(),
        new CoolDown(),
        new DoNotMatch(),
    ];

    public static IReadOnlyList<WeightedCriterion> Weighted { get; } =
    [
        new MutualWish(),
        new GoalFit(),
        new SkillFit(),
        new ExperienceGap(),
        new DifferentBackground(),
        new OtherDepartment(),
        new MoreSharedHours(),
        new Novelty(),
    ];

    public static IReadOnlyList<Criterion> All { get; } = [.. Required, .. Weighted];
}
