using System.Collections.Immutable;
using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PairingBot.Domain.Tests")] // the tests hold the stored keys and the table of weights
[assembly: InternalsVisibleTo("PairingBot.House.Tests")] // the house reads the files of texts as the domain does

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>All that PairingBot considers when it pairs people.</summary>
internal static class CriterionCatalog
{
    /// <summary>Quickest first: a round asks about a million pairs.</summary>
    public static ImmutableArray<RequiredCriterion> Required { get; } =
    [
        new SharedWorkingHours(),
        new CoolDown(),
        new DoNotMatch(),
        new NoReportingLine(),
        new RightExperience(),
    ];

    public static ImmutableArray<WeightedCriterion> Weighted { get; } =
    [
        new MutualWish(),
        new GoalFit(),
        new SkillFit(),
        new ExperienceGap(),
        new DifferentBackground(),
        new OtherDepartment(),
        new MoreSharedHours(),
        new Novelty(),
        new OwnRhythm(),
        new GiverLoad(),
        new MissingRelationship(),
    ];

    public static IReadOnlyList<Criterion> All { get; } = [.. Required, .. Weighted];
}
