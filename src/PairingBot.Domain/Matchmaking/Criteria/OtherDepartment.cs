using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>Links between departments that did not exist before.</summary>
internal sealed class OtherDepartment : WeightedCriterion
{
    private const int Unknown = 50;

    public override string Key => "other-department";

    public override int Score(in Fit fit) => Score(Differ(fit));

    public static int Score(bool? differ) => differ switch { null => Unknown, true => 100, false => 0 };

    public override string? Reason(in Fit fit) => Differ(fit) == true
        ? Texts.Plain("matching.departments", ("one", fit.Seeker.Name), ("one-department", fit.Seeker.Facts.Department), ("other", fit.Giver.Name), ("other-department", fit.Giver.Facts.Department))
        : null;

    private static bool? Differ(in Fit fit) => DifferentBackground.Differ(fit.Seeker.Department, fit.Giver.Department);
}
