namespace PairingBot.Domain.Matchmaking;

/// <summary>Words as sorted numbers, with a 64-bit shadow that tells most strangers apart at once: half a million pairs are compared in a round.</summary>
internal sealed class WordSet(int[] sorted)
{
    /// <summary>Two sets whose shadows share no bit share no word.</summary>
    public ulong Shadow { get; } = sorted.Aggregate(0UL, (bits, word) => bits | (1UL << (word & 63)));

    public static WordSet Empty { get; } = new([]);

    /// <summary>In rising order.</summary>
    public ReadOnlySpan<int> Words => sorted;

    public bool IsEmpty => sorted.Length == 0;

    /// <summary>Whether one of the two says all that the other says ("speaking", "public speaking"): sharing a word alone is not the same skill.</summary>
    public bool IsSameSkillAs(WordSet other)
    {
        if ((Shadow & other.Shadow) == 0) return false;

        var fewer = Math.Min(sorted.Length, other.Sorted.Length);
        return fewer > 0 && CountShared(other) == fewer;
    }

    /// <summary>Whether all words of the other are among these.</summary>
    public bool Names(WordSet other) => !other.IsEmpty && CountShared(other) == other.Sorted.Length;

    public int CountShared(WordSet other)
    {
        if ((Shadow & other.Shadow) == 0) return 0;

        var (mine, theirs) = (sorted, other.Sorted);
        var (shared, i, j) = (0, 0, 0);
        while (i < mine.Length && j < theirs.Length)
        {
            var order = mine[i].CompareTo(theirs[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return shared;
    }

    public WordSet Among(HashSet<int> others) => Array.TrueForAll(sorted, others.Contains) ? this : new WordSet(Array.FindAll(sorted, others.Contains));

    public void AddTo(HashSet<int> words) => words.UnionWith(sorted);

    public static WordSet OfAll(IReadOnlyList<WordSet> sets)
    {
        var all = new List<int>();
        foreach (var set in sets) all.AddRange(set.Sorted);
        all.Sort();
        return all.Count == 0 ? Empty : new WordSet([.. all.Distinct()]);
    }

    private int[] Sorted => sorted;
}
