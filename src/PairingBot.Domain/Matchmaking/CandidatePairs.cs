namespace PairingBot.Domain.Matchmaking;

/// <summary>All pairs that no rule forbids. Every two people are looked at: no index that could miss the right one.</summary>
internal sealed class CandidatePairs
{
    private readonly Dictionary<(int, int), CandidatePair> byEnds;

    private CandidatePairs(List<CandidatePair> all, int people)
    {
        All = all;
        byEnds = new Dictionary<(int, int), CandidatePair>(all.Count);
        PartnersOf = new int[people];
        foreach (var pair in all)
        {
            byEnds[pair.Ends] = pair;
            PartnersOf[pair.Seeker]++;
            PartnersOf[pair.Giver]++;
        }
    }

    /// <summary>In canonical order.</summary>
    public IReadOnlyList<CandidatePair> All { get; }

    /// <summary>For each person, how many could be their partner.</summary>
    public int[] PartnersOf { get; }

    public static CandidatePairs Of(Roster roster, Judge judge)
    {
        // Rows are independent, so all cores may work on them; they are put together in order.
        var rows = new List<CandidatePair>[roster.Count];
        Parallel.For(0, roster.Count, one =>
        {
            var row = new List<CandidatePair>();
            for (var other = one + 1; other < roster.Count; other++)
            {
                if (Best(roster, judge, roster.People[one], roster.People[other]) is { } pair) row.Add(pair);
            }

            rows[one] = row;
        });
        return new CandidatePairs([.. rows.SelectMany(row => row)], roster.Count);
    }

    public CandidatePair? Between(int one, int other) =>
        byEnds.TryGetValue(one < other ? (one, other) : (other, one), out var pair) ? pair : null;

    /// <summary>The better relationship wins; among equals the first of the catalogue, and the first in canonical order as seeker.</summary>
    private static CandidatePair? Best(Roster roster, Judge judge, RosterEntry one, RosterEntry other)
    {
        CandidatePair? best = null;
        PairFacts? known = null;
        for (var type = 0; type < roster.Types.Count; type++)
        {
            var sides = roster.Types[type].IsSymmetric ? 1 : 2;
            for (var side = 0; side < sides; side++)
            {
                var (seeker, giver) = side == 0 ? (one, other) : (other, one);
                if (seeker.Seeks(type) < 0 || giver.Offers(type) < 0) continue;

                var fit = judge.FitOf(seeker, giver, type, known ??= roster.PairFactsOf(one, other));
                if (!Judge.Allows(fit)) continue;

                var quality = judge.Quality(fit);
                if (best is null || quality > best.Value.Quality) best = new CandidatePair(seeker.Index, giver.Index, type, quality, fit.Facts.TimesMet > 0);
            }
        }

        return best;
    }
}
