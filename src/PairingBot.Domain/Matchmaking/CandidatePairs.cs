namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// The pairs that the solver weighs: all that no rule forbids in a small round; in a large one those that <see cref="PairSearch"/> found worth weighing so
/// far. A proof speaks of all pairs nevertheless, for the search goes on until it covers every one.
/// </summary>
internal sealed class CandidatePairs(Roster roster, Judge judge)
{
    private const int MostKeptEach = 6;

    private readonly List<CandidatePair> all = [];
    private readonly bool[] hasPartner = new bool[roster.Count];

    public IReadOnlyList<CandidatePair> All => all;

    /// <summary>Weighs all pairs, none left to search for. Rows are independent, so all cores may work on them; they are put together in order.</summary>
    public void AddAll()
    {
        AreAll = true;
        var rows = new List<CandidatePair>[roster.Count];
        Parallel.For(0, roster.Count, one =>
        {
            rows[one] = [];
            for (var other = one + 1; other < roster.Count; other++) judge.AddOptions(one, other, rows[one]);
        });
        all.Capacity = rows.Sum(row => row.Count);
        foreach (var row in rows) Add(row);
    }

    public void Add(List<CandidatePair> more)
    {
        // No doubling: in a large round this is most of the memory.
        all.Capacity = Math.Max(all.Capacity, all.Count + more.Count);
        all.AddRange(more);
        foreach (var pair in more) hasPartner[pair.Seeker] = hasPartner[pair.Giver] = true;
    }

    /// <summary>
    /// Leaves out what is far from being worth its price: all but the nearest few of each person's, and but those that need an odd set to be covered. The solver is quicker without, and
    /// whatever is uncovered later the search finds again.
    /// </summary>
    /// <param name="prices">The latest, which cover all pairs here.</param>
    /// <param name="parted">Pairs that are kept apart, or were: of those the search does not speak, so they stay.</param>
    public void Thin(SeatPrices prices, IReadOnlySet<(int, int)> parted)
    {
        var nearest = new Finds(roster.Count, MostKeptEach);
        foreach (var pair in all)
        {
            var margin = prices.MarginOfLeast(pair);
            foreach (var person in (ReadOnlySpan<int>)[pair.Seeker, pair.Giver])
            {
                if (-margin > nearest.LeastOf(person, long.MinValue)) nearest.Keep(person, -margin, 0);
            }
        }

        bool IsNear(CandidatePair pair) => prices.MarginOfLeast(pair) is var margin
            && (margin <= 0 || -margin >= nearest.LeastOf(pair.Seeker, long.MinValue) || -margin >= nearest.LeastOf(pair.Giver, long.MinValue));
        var kept = 0;
        for (var (start, end) = (0, 0); start < all.Count; start = end)
        {
            // The ways of the same two stay or go together: one in the graph stands for all.
            var stays = parted.Contains(all[start].Ends);
            for (end = start; end < all.Count && all[end].Ends == all[start].Ends; end++) stays |= IsNear(all[end]);
            for (var i = start; stays && i < end; i++) all[kept++] = all[i];
        }

        all.RemoveRange(kept, all.Count - kept);
    }

    /// <summary>The two in the best relationship that both want; null where there is none, or a rule forbids it.</summary>
    public CandidatePair? Between(int one, int other) => judge.Best(one, other);

    /// <summary>Whether these are all that no rule forbids.</summary>
    public bool AreAll { get; private set; }

    /// <summary>Whether anybody at all could be this person's partner.</summary>
    public bool HasPartner(int person)
    {
        for (var other = 0; !hasPartner[person] && other < roster.Count; other++)
        {
            if (other != person && judge.Best(person, other) is not null) hasPartner[person] = true;
        }

        return hasPartner[person];
    }

    /// <summary>Whether exactly one other could be this person's partner.</summary>
    public bool HasOnePartner(int person) =>
        Enumerable.Range(0, roster.Count).Where(other => other != person && judge.Best(person, other) is not null).Take(2).Count() == 1;
}
