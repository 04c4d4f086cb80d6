using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// One run of the matching algorithm over the candidate pairs. With thirds, everybody has a second seat for one more guest: it carries no bonus and costs
/// <see cref="Objective.CostOfTrio"/>. Then the best matching covers the most people with the fewest trios, and the same certificate proves it. It is made of
/// pairs and of stars of three only: in a chain of four, two plain pairs would cover the same people and save two trios.
/// </summary>
internal sealed class RoundSolver(CandidatePairs pairs, Objective objective, int people)
{
    /// <summary>Refuses to answer without a valid proof: an unproved plan would be a bug, and nobody's introduction.</summary>
    public Seating Solve(bool thirds, IReadOnlySet<(int, int)> apart)
    {
        var graph = GraphOf(thirds, apart);
        var result = MaximumWeightMatching.Solve(graph);
        var verdict = OptimalityProof.Check(graph, result.Mates, result.Dual);
        if (!verdict.IsValid) throw new InvalidOperationException($"The matching of the round was not proved: {verdict.Reason}");

        return SeatingOf(result);
    }

    private Graph GraphOf(bool thirds, IReadOnlySet<(int, int)> apart)
    {
        var builder = new GraphBuilder(thirds ? 2 * people : people);
        for (var person = 0; person < people; person++) builder.SetBonus(person, objective.BonusOf(person));
        foreach (var pair in pairs.All)
        {
            if (apart.Count > 0 && apart.Contains(pair.Ends)) continue;

            var worth = objective.WorthOf(pair);
            builder.AddEdge(pair.Seeker, pair.Giver, worth);
            if (!thirds) continue;

            builder.AddEdge(people + pair.Seeker, pair.Giver, worth - objective.CostOfTrio);
            builder.AddEdge(people + pair.Giver, pair.Seeker, worth - objective.CostOfTrio);
        }

        return builder.Build();
    }

    private Seating SeatingOf(MatchingResult result)
    {
        var mate = new int[people];
        var thirdOf = new int[people];
        Array.Fill(mate, Seating.None);
        Array.Fill(thirdOf, Seating.None);
        foreach (var (u, v) in result.Mates.Pairs)
        {
            if (v < people) (mate[u], mate[v]) = (v, u);
            else thirdOf[v - people] = u;
        }

        return new Seating(mate, thirdOf, result.Weight);
    }
}
