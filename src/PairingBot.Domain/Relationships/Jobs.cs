using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Relationships;

/// <summary>
/// Which jobs are neighbours, for coaching. Two jobs are neighbours when they are in the same department, when their titles share a word of the trade, or when
/// their departments belong to one family of work. Departments that the table does not know are nobody's strangers: the rule forbids only what it is sure of.
/// </summary>
internal static class Jobs
{
    // A department may be in several families: product people talk to makers and to sellers.
    private static readonly string[][] Families =
    [
        [
            "engineering", "development", "software", "product", "design", "research", "data", "analytics", "it", "technology", "security", "quality",
            "platform", "infrastructure", "science",
        ],
        [
            "sales", "marketing", "product", "design", "support", "success", "customer", "service", "communications", "partnerships", "growth", "commercial",
            "brand",
        ],
        [
            "people", "hr", "human", "talent", "learning", "finance", "legal", "operations", "administration", "procurement", "compliance", "accounting",
            "facilities", "office", "support", "it",
        ],
        ["production", "manufacturing", "logistics", "supply", "warehouse", "operations", "quality", "procurement", "field", "maintenance"],
    ];

    // Words of rank say how high somebody is, not what they do.
    private static readonly HashSet<string> RankWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "junior", "senior", "lead", "leader", "head", "chief", "principal", "staff", "associate", "assistant", "director", "manager", "officer",
        "vice", "president", "vp", "of", "and", "the", "for", "intern", "trainee", "team", "group", "global", "deputy", "executive",
    };

    private static readonly char[] Separators = [' ', ',', '/', '&', '-', '(', ')', '.', ':'];

    public static bool AreNeighbours(Candidate one, Candidate other)
    {
        if (string.IsNullOrWhiteSpace(one.Department) || string.IsNullOrWhiteSpace(other.Department)) return true;
        if (SameWords(one.Department, other.Department) || ShareTrade(one.Title, other.Title)) return true;

        var (here, there) = (FamiliesOf(one.Department), FamiliesOf(other.Department));
        return here == 0 || there == 0 || (here & there) != 0;
    }

    public static bool SameWords(string? one, string? other) =>
        one is not null && other is not null && one.AsSpan().Trim().Equals(other.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);

    public static bool ShareTrade(string? one, string? other) =>
        one is not null && other is not null && TradeWords(one).Intersect(TradeWords(other), StringComparer.OrdinalIgnoreCase).Any();

    private static IEnumerable<string> TradeWords(string title) =>
        title.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(word => !RankWords.Contains(word));

    private static int FamiliesOf(string department)
    {
        var found = 0;
        foreach (var word in department.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            for (var family = 0; family < Families.Length; family++)
            {
                if (Families[family].Contains(word, StringComparer.OrdinalIgnoreCase)) found |= 1 << family;
            }
        }

        return found;
    }
}
