namespace PairingBot.Domain.Matchmaking;

/// <summary>Words of one meaning, from <c>synonyms.txt</c> beside this file. Used on both sides (goals, skills, titles).</summary>
internal static class Synonyms
{
    private static readonly IReadOnlyList<(string Name, IReadOnlyList<string> Words)> Meanings = WordLists.Read("synonyms.txt");

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
        .SelectMany(line => line.Words.Prepend(line.Name).Select(word => (Stem: Vocabulary.Stem(word), Meaning: line.Name)))
        .DistinctBy(entry => entry.Stem)
        .ToDictionary(entry => entry.Stem, entry => entry.Meaning, StringComparer.Ordinal);

    /// <summary>What work is often about, whether or not somebody in the round names it as a skill.</summary>
    public static IEnumerable<string> Topics => Meanings.Select(line => line.Name);

    /// <summary>All words of a meaning.</summary>
    public static IEnumerable<string> Alike(string meaning) => Meanings.Where(line => line.Name == meaning).SelectMany(line => line.Words.Prepend(line.Name));

    public static bool IsNoise(string word) => Noise.Contains(word);

    public static string Meaning(string stem) => MeaningOf.GetValueOrDefault(stem, stem);
}
