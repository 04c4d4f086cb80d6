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

    private const string Separators = " ,/&-().:";

    // Asked for each two people of a round: nothing is cut out or copied.
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> FamiliesOfWord = Families
        .SelectMany((words, family) => words.Select(word => (Word: word, Family: 1 << family))).GroupBy(entry => entry.Word, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.Aggregate(0, (bits, entry) => bits | entry.Family), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Ranks = RankWords.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool AreNeighbours(Candidate one, Candidate other)
    {
        if (string.IsNullOrWhiteSpace(one.Department) || string.IsNullOrWhiteSpace(other.Department)) return true;
        if (SameWords(one.Department, other.Department) || ShareTrade(one.Title, other.Title)) return true;

        var (here, there) = (FamiliesOf(one.Department), FamiliesOf(other.Department));
        return here == 0 || there == 0 || (here & there) != 0;
    }

    public static bool SameWords(string? one, string? other) =>
        one is not null && other is not null && (ReferenceEquals(one, other) || one.AsSpan().Trim().Equals(other.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase));

    public static bool ShareTrade(string? one, string? other)
    {
        foreach (var range in one.AsSpan().SplitAny(Separators))
        {
            var word = one.AsSpan()[range];
            if (word.Length > 0 && !Ranks.Contains(word) && HasWord(other, word)) return true;
        }

        return false;
    }

    private static bool HasWord(ReadOnlySpan<char> title, ReadOnlySpan<char> wanted)
    {
        foreach (var range in title.SplitAny(Separators))
        {
            if (title[range].Equals(wanted, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static int FamiliesOf(ReadOnlySpan<char> department)
    {
        var found = 0;
        foreach (var range in department.SplitAny(Separators)) found |= FamiliesOfWord.TryGetValue(department[range], out var families) ? families : 0;
        return found;
    }
}
