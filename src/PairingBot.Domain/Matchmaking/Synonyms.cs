namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Words of one meaning, in one readable place. Every line is one meaning; a word stands in one line only. Used on both sides (goals, skills, titles).
/// </summary>
internal static class Synonyms
{
    private static readonly string[][] Meanings =
    [
        ["facilitation", "facilitate", "meeting", "meetings", "workshop", "workshops", "moderation"],
        ["hiring", "hire", "recruiting", "recruitment", "recruiter", "interviewing", "interviews"],
        ["speaking", "speak", "presenting", "presentation", "presentations", "talk", "talks", "pitch", "pitching", "stage"],
        ["leadership", "lead", "leading", "leader", "managing", "management", "manage"],
        ["feedback", "review", "reviews", "critique"],
        ["negotiation", "negotiate", "negotiating", "bargaining"],
        ["writing", "write", "copywriting", "documentation", "docs"],
        ["planning", "plan", "roadmap", "roadmaps", "prioritising", "prioritizing", "prioritization", "prioritisation"],
        ["strategy", "strategic", "vision"],
        ["sales", "selling", "sell"],
        ["customers", "customer", "client", "clients"],
        ["data", "analytics", "analysis", "analyse", "analyze", "statistics"],
        ["delegation", "delegate", "delegating"],
        ["conflict", "conflicts", "disagreement", "disagreements", "mediation"],
        ["testing", "tests", "test", "quality"],
        ["security", "secure", "privacy"],
        ["finance", "financial", "budget", "budgets", "budgeting"],
        ["coaching", "coach", "mentoring", "mentor"],
        ["stakeholders", "stakeholder", "influence", "influencing", "persuasion"],
        ["onboarding", "onboard", "newcomers"],
    ];

    // Words that are in almost every goal or title and so tell nothing about what two people have in common.
    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "the", "of", "to", "in", "on", "at", "for", "with", "without", "from", "into", "by", "as", "or", "but", "not", "no", "is", "are", "be",
        "am", "was", "were", "will", "would", "can", "could", "should", "may", "might", "have", "has", "had", "do", "does", "did", "doing", "i", "me", "my",
        "mine", "we", "us", "our", "you", "your", "they", "them", "their", "it", "its", "this", "that", "these", "those", "how", "what", "why", "when", "where",
        "who", "which", "if", "so", "than", "then", "there", "here", "about", "more", "most", "less", "some", "any", "all", "each", "other", "another", "very",
        "get", "getting", "make", "making", "better", "best", "good", "well", "improve", "improving", "learn", "learning", "become", "becoming", "want", "wants",
        "need", "try", "trying", "help", "new", "first", "next", "one", "two", "work", "working", "job", "team", "teams", "people", "person", "company", "thing",
        "things", "way", "ways", "time", "run", "running", "build", "building", "use", "using", "find", "finding", "know", "keep", "senior", "junior", "head",
        "chief", "principal", "staff", "associate", "assistant", "director", "manager", "managers", "officer", "vice", "president", "vp", "don", "t", "s", "m", "ve", "ll",
    };

    private static readonly Dictionary<string, string> MeaningOf = Meanings
        .SelectMany(line => line.Select(word => (Stem: Vocabulary.Stem(word), Meaning: line[0])))
        .DistinctBy(entry => entry.Stem)
        .ToDictionary(entry => entry.Stem, entry => entry.Meaning, StringComparer.Ordinal);

    /// <summary>What work is often about, whether or not somebody in the round names it as a skill.</summary>
    public static IEnumerable<string> Topics => Meanings.Select(line => line[0]);

    /// <summary>All words of a meaning.</summary>
    public static IEnumerable<string> Alike(string meaning) => Meanings.FirstOrDefault(line => line[0] == meaning) ?? [];

    public static bool IsNoise(string word) => Noise.Contains(word);

    public static string Meaning(string stem) => MeaningOf.GetValueOrDefault(stem, stem);
}
