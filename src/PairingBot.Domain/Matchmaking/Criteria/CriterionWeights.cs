using PairingBot.Domain.Relationships;

namespace PairingBot.Domain.Matchmaking.Criteria;

/// <summary>
/// How much each criterion counts in each relationship: one table, 100 points a relationship, a reason for each number. "Never the same person again" is what
/// people ask for first; likeness of goals makes relationships good, difference of experience brings the knowledge: so they are separate, and both are in.
/// </summary>
internal static class CriterionWeights
{
    private static readonly (string Type, string Criterion, int Weight, string Because)[] Table =
    [
        ("mentor", "goal-fit", 26, "a mentor is ahead on the very road that the goal names"),
        ("mentor", "experience-gap", 20, "being ahead, but still in sight, is what makes a mentor"),
        ("mentor", "novelty", 16, "another mentor shows another road; going on with one is a series, not a round"),
        ("mentor", "mutual-wish", 12, "who wants it most keeps it up"),
        ("mentor", "skill-fit", 10, "skills are part of the road, not the road"),
        ("mentor", "different-background", 6, "a little distance makes it safe to ask"),
        ("mentor", "other-department", 6, "away from the reporting line, talk is freer"),
        ("mentor", "more-shared-hours", 4, "one talk a month finds its slot"),

        ("coach", "skill-fit", 34, "coaching is about the one skill that was named"),
        ("coach", "experience-gap", 18, "one to three steps, two at best"),
        ("coach", "goal-fit", 14, "the goal says what the skill is for"),
        ("coach", "novelty", 14, "another coach, another practice"),
        ("coach", "mutual-wish", 8, "willing on both sides, as everywhere"),
        ("coach", "more-shared-hours", 8, "practice needs several dates close together"),
        ("coach", "different-background", 2, "the same or a neighbouring job is wanted here"),
        ("coach", "other-department", 2, "the same"),

        ("sponsor", "goal-fit", 26, "the two must have a thing to accomplish together"),
        ("sponsor", "experience-gap", 20, "influence is what the sponsor gives"),
        ("sponsor", "mutual-wish", 18, "a name is put behind somebody only gladly"),
        ("sponsor", "skill-fit", 14, "a shared trade is how a sponsor can judge the work"),
        ("sponsor", "novelty", 12, "sponsoring lasts, so newness matters least"),
        ("sponsor", "more-shared-hours", 4, "they meet seldom"),
        ("sponsor", "different-background", 3, "close in field is wanted here"),
        ("sponsor", "other-department", 3, "the same"),

        ("peer", "novelty", 32, "never the same person again: the first wish of those who use such programs"),
        ("peer", "goal-fit", 16, "likeness in goals makes relationships good"),
        ("peer", "skill-fit", 12, "a trade of skills helps both"),
        ("peer", "different-background", 12, "difference of experience brings the knowledge"),
        ("peer", "other-department", 12, "moderately weak ties help most"),
        ("peer", "experience-gap", 6, "the rule already keeps levels alike"),
        ("peer", "mutual-wish", 6, "most have the same wish here"),
        ("peer", "more-shared-hours", 4, "thirty minutes are found soon"),
    ];

    /// <summary>For a relationship that the table does not name yet: everything counts, newness a little more.</summary>
    private const int Otherwise = 12;

    /// <summary>The weights in the order of <see cref="CriterionCatalog.Weighted"/>.</summary>
    public static int[] For(RelationshipType type) => [.. CriterionCatalog.Weighted.Select(criterion => Of(type.Key, criterion.Key))];

    public static int Of(string type, string criterion)
    {
        foreach (var row in Table)
        {
            if (row.Type == type && row.Criterion == criterion) return row.Weight;
        }

        return Otherwise;
    }
}
