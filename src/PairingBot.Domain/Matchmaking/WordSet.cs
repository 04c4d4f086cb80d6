namespace PairingBot.Domain.Matchmaking;

/// <summary>Words as sorted numbers, with a 64-bit shadow that tells most strangers apart at once: half a million pairs are compared in a round.</summary>
internal sealed class WordSet(int[] sorted)
{
    /// <summary>Two sets whose shadows share no bit share no word.</summary>
    public ulong Shadow { get; } = ShadowOf(sorted);

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

    public static WordSet OfAll(params ReadOnlySpan<WordSet> sets)
    {
        var (all, count) = (Empty, 0);
        foreach (var set in sets)
        {
            if (!set.IsEmpty) (all, count) = (set, count + 1);
        }

        return count < 2 ? all : new WordSet(InOrder(sets));
    }

    private static int[] InOrder(ReadOnlySpan<WordSet> sets)
    {
        var length = 0;
        foreach (var set in sets) length += set.Sorted.Length;
        var (words, at) = (new int[length], 0);
        foreach (var set in sets)
        {
            set.Sorted.CopyTo(words, at);
            at += set.Sorted.Length;
        }

        Array.Sort(words);
        var kept = 0;
        foreach (var word in words)
        {
            if (kept == 0 || words[kept - 1] != word) words[kept++] = word;
        }

        return words[..kept];
    }

    private static ulong ShadowOf(int[] words)
    {
        var bits = 0UL;
        foreach (var word in words) bits |= 1UL << (word & 63);
        return bits;
    }

    private int[] Sorted => sorted;
}
