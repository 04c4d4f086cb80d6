using System.Collections.Immutable;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Finds the best seating when pairs alone leave somebody over: an odd person joins a pair. The solver does not see whether the two guests of a host may sit
/// together; where they may not, either the host and the one or the host and the other must stay apart, and the search goes on from both, best first. The first
/// seating without a forbidden table is the best there is. The search is cut after <see cref="runs"/> runs (a large, sparse round with very many
/// trios); from there on the weaker side of each forbidden table is kept apart, and as a last resort its guest stays out.
/// </summary>
internal sealed class OddOneOut(RoundSolver solver, CandidatePairs pairs, Func<int[], bool> maySit)
{
    // An effort of about two million edges: a second or so, whatever the size of the round.
    private readonly int runs = Math.Clamp(2_000_000 / Math.Max(1, 3 * pairs.All.Count), 4, 5_000);

    public Seating Seat()
    {
        var nobodyApart = ImmutableHashSet<(int, int)>.Empty;
        var pairsOnly = solver.Solve(thirds: false, nobodyApart);
        if (pairsOnly.LeftOver.All(person => !pairs.HasPartner(person))) return pairsOnly;

        var open = new PriorityQueue<(Seating Seating, ImmutableHashSet<(int, int)> Apart), Int128>();
        open.Enqueue((solver.Solve(thirds: true, nobodyApart), nobodyApart), 0);
        for (var run = 0; run < runs; run += 2)
        {
            var (seating, apart) = open.Dequeue();
            if (Forbidden(seating) is not [var table, ..]) return seating;

            foreach (var guest in new[] { table[1], table[2] })
            {
                var more = apart.Add(Ends(table[0], guest));
                var next = solver.Solve(thirds: true, more);
                open.Enqueue((next, more), -next.Weight);
            }
        }

        return Descend(open.Dequeue());
    }

    private Seating Descend((Seating Seating, ImmutableHashSet<(int, int)> Apart) from)
    {
        var (seating, apart) = from;
        for (var run = 0; run < runs; run++)
        {
            var forbidden = Forbidden(seating);
            if (forbidden.Count == 0) return seating;

            apart = apart.Union(forbidden.Select(table => Ends(table[0], WeakerGuest(table))));
            seating = solver.Solve(thirds: true, apart);
        }

        foreach (var table in Forbidden(seating)) seating.ThirdOf[table[0]] = Seating.None;
        return seating;
    }

    private int WeakerGuest(int[] table) =>
        pairs.Between(table[0], table[1])!.Value.Quality < pairs.Between(table[0], table[2])!.Value.Quality ? table[1] : table[2];

    private List<int[]> Forbidden(Seating seating) => [.. seating.Tables.Where(table => table.Length > 2 && !maySit(table))];

    private static (int, int) Ends(int one, int other) => one < other ? (one, other) : (other, one);
}
