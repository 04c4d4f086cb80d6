using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// The best seating, proved over all pairs of people. The matching algorithm runs over the candidate pairs; then its certificate is held against every other
/// pair (<see cref="PairSearch"/>), and as long as one could be worth more than its price, such pairs join and it runs again, from where it was. With thirds, everybody has
/// a place for one more guest, which costs <see cref="Objective.CostOfTrio"/>. Then the best matching serves the most people with the fewest trios. It is made of
/// pairs and of stars of three only: in a chain of four, two plain pairs would serve the same people and save two trios.
/// </summary>
internal sealed class RoundSolver(Roster roster, CandidatePairs pairs, Objective objective, PairSearch? search)
{
    // Not in every round: what is left out could come back for ever.
    private const int RoundsThinned = 3;

    private readonly HashSet<(int, int)> parted = [];

    /// <summary>The answer of an earlier plan, to begin from: only time depends on it. Null for a first plan.</summary>
    public MatchingResult? Start { get; init; }

    /// <summary>Refuses to answer without a valid proof: an unproved plan would be a bug, and nobody's introduction.</summary>
    public Seating Solve(bool thirds, IReadOnlySet<(int, int)> apart)
    {
        var seats = new Seats(roster, thirds);
        parted.UnionWith(apart);
        var result = Start;
        for (var round = 0; ; round++)
        {
            var graph = GraphOf(seats, apart);
            result = MaximumWeightMatching.Solve(graph, start: result);
            var prices = search is null ? null : new SeatPrices(result.Dual, seats, objective);
            var uncovered = search?.Uncovered(prices!, graph, apart) ?? [];
            if (uncovered.Count > 0)
            {
                if (round < RoundsThinned) pairs.Thin(prices!, parted);
                pairs.Add(uncovered);
                continue;
            }

            var verdict = OptimalityProof.Check(graph, result.Mates, result.Dual);
            if (!verdict.IsValid) throw new InvalidOperationException($"The matching of the round was not proved: {verdict.Reason}");

            return Seating.Of(result, seats);
        }
    }

    private Graph GraphOf(Seats seats, IReadOnlySet<(int, int)> apart)
    {
        var builder = new GraphBuilder(seats.Count, (seats.HasThirds ? 3 : 1) * pairs.All.Count);
        for (var person = 0; person < roster.Count; person++) builder.SetBonus(person, objective.BonusOf(person));
        var ways = new Way[seats.MostWays];
        foreach (var pair in pairs.All)
        {
            if (apart.Count > 0 && apart.Contains(pair.Ends)) continue;

            foreach (var way in ways.AsSpan(0, seats.WaysOf(pair, objective, ways))) builder.AddEdge(way.Own, way.Other, way.Worth);
        }

        return builder.Build();
    }
}
