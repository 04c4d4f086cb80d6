namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Turns running text into numbers that can be compared fast: one number for each stem, the same for words of one meaning. Lexical on purpose: every
/// hit can be shown to the people as the words that they themselves wrote.
/// </summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordSet> read = new(StringComparer.Ordinal);

    /// <summary>The stems of the text's meaningful words, each once.</summary>
    public WordSet Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return WordSet.Empty;
        if (read.TryGetValue(text, out var known)) return known;

        var found = new SortedSet<int>();
        foreach (var word in WordsOf(text))
        {
            if (!Synonyms.IsNoise(word)) found.Add(NumberOf(Synonyms.Meaning(Stem(word))));
        }

        return read[text] = found.Count == 0 ? WordSet.Empty : new WordSet([.. found]);
    }

    /// <summary>
    /// Takes endings off until none is left ("engineering", "engineers"), but leaves four letters. Enough for English working words; a stemmer that knows
    /// more would merge words that people see as different.
    /// </summary>
    internal static string Stem(string word)
    {
        for (var ending = EndingOf(word); ending is not null; ending = EndingOf(word)) word = word[..^ending.Length];
        return word;
    }

    private static string? EndingOf(string word) =>
        Array.Find(Endings, ending => word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal));

    private static readonly string[] Endings =
        ["ations", "ation", "ating", "ators", "ator", "ated", "ates", "ate", "ments", "ment", "ings", "ing", "ies", "ers", "er", "ors", "or", "ed", "es", "s", "e", "y"];

    internal static IEnumerable<string> WordsOf(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '#' or '+');
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;

            yield return text[start..i].ToLowerInvariant();
            start = -1;
        }
    }

    private int NumberOf(string stem)
    {
        if (!numbers.TryGetValue(stem, out var number)) numbers[stem] = number = numbers.Count;
        return number;
    }
}
