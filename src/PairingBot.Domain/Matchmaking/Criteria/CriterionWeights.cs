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
        ("mentor", "novelty", 26, "never the same person again is the first wish; going on with a mentor is a series, not a round"),
        ("mentor", "goal-fit", 18, "a mentor is ahead on the very road that the goal names"),
        ("mentor", "mutual-wish", 12, "the same everywhere, so that the dearer wish wins between relationships"),
        ("mentor", "experience-gap", 12, "being ahead, but still in sight, is what makes a mentor"),
        ("mentor", "skill-fit", 6, "skills are part of the road, not the road"),
        ("mentor", "different-background", 3, "a little distance makes it safe to ask"),
        ("mentor", "other-department", 3, "away from the own team, talk is freer"),
        ("mentor", "more-shared-hours", 2, "one talk a month finds its slot"),
        ("mentor", "own-rhythm", 3, "the same everywhere: a wait weighs alike, whatever ends it"),
        ("mentor", "giver-load", 3, "those who are asked most should not be worn out"),
        ("mentor", "missing-relationship", 12, "the same everywhere: whoever wishes for two relationships should come to have both"),

        ("coach", "novelty", 26, "another coach, another practice; a short series is kept apart from rounds"),
        ("coach", "skill-fit", 20, "coaching is about the one skill that was named"),
        ("coach", "mutual-wish", 12, "the same everywhere, so that the dearer wish wins between relationships"),
        ("coach", "experience-gap", 10, "one to three steps, two at best"),
        ("coach", "goal-fit", 8, "the goal says what the skill is for"),
        ("coach", "more-shared-hours", 4, "practice needs several dates close together"),
        ("coach", "different-background", 1, "the same or a neighbouring job is wanted here"),
        ("coach", "other-department", 1, "a neighbouring team is as good as the own one"),
        ("coach", "own-rhythm", 3, "the same everywhere: a wait weighs alike, whatever ends it"),
        ("coach", "giver-load", 3, "practice takes preparing, so it should go round"),
        ("coach", "missing-relationship", 12, "the same everywhere: whoever wishes for two relationships should come to have both"),

        ("sponsor", "novelty", 26, "who was no sponsor last time is unlikely to become one by being asked again"),
        ("sponsor", "goal-fit", 16, "the two must have a thing to accomplish together"),
        ("sponsor", "mutual-wish", 12, "the same everywhere, so that the dearer wish wins between relationships"),
        ("sponsor", "skill-fit", 12, "a shared trade is how a sponsor can judge the work"),
        ("sponsor", "experience-gap", 10, "influence is what the sponsor gives"),
        ("sponsor", "different-background", 2, "close in field is wanted here"),
        ("sponsor", "other-department", 2, "a voice elsewhere helps a little"),
        ("sponsor", "more-shared-hours", 2, "they meet seldom"),
        ("sponsor", "own-rhythm", 3, "the same everywhere: a wait weighs alike, whatever ends it"),
        ("sponsor", "giver-load", 3, "a name that stands behind many stands behind none"),
        ("sponsor", "missing-relationship", 12, "the same everywhere: whoever wishes for two relationships should come to have both"),

        ("peer", "novelty", 26, "never the same person again: the first wish of those who use such programs"),
        ("peer", "mutual-wish", 12, "the same everywhere, so that the dearer wish wins between relationships"),
        ("peer", "goal-fit", 12, "likeness in goals makes relationships good"),
        ("peer", "other-department", 9, "moderately weak ties help most"),
        ("peer", "different-background", 8, "difference of experience brings the knowledge"),
        ("peer", "skill-fit", 8, "a trade of skills helps both"),
        ("peer", "experience-gap", 4, "the rule already keeps levels alike"),
        ("peer", "more-shared-hours", 3, "thirty minutes are found soon"),
        ("peer", "own-rhythm", 3, "the same everywhere: a wait weighs alike, whatever ends it"),
        ("peer", "giver-load", 3, "the full score for all: what a rested giver has, so that giving and meeting as peers compare"),
        ("peer", "missing-relationship", 12, "the same everywhere: whoever wishes for two relationships should come to have both"),
    ];

    /// <summary>For a relationship that the table does not name yet: everything counts alike.</summary>
    private const int Otherwise = 10;

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
