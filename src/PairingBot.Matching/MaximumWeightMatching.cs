namespace PairingBot.Matching;

/// <summary>Finds a matching of the highest total value in any graph, exactly, with its certificate. Deterministic: the
/// same graph gives the same answer on any machine.</summary>
public static class MaximumWeightMatching
{
    /// <param name="graph">Edges of negative value are never worth taking, unless <paramref name="maximumCardinality"/> asks for them.</param>
    /// <param name="maximumCardinality">Among the matchings with the most pairs, one of the highest value.</param>
    /// <param name="start">The answer for an earlier graph on the same vertices, of which some edges, weights or bonuses have changed since, or
    /// vertices came or went at the end of the numbers. Pairs that are still good are kept where they can be. Only the time and the choice among answers of
    /// equal value depend on it, never that value or the proof; the answer for another graph is merely no help.</param>
    /// <param name="progress">Told now and then how many vertices still look for a mate.</param>
    /// <param name="cancellationToken">Looked at every few thousand steps.</param>
    public static MatchingResult Solve(
        Graph graph, bool maximumCardinality = false, MatchingResult? start = null, IProgress<MatchingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var bonus = maximumCardinality ? CardinalityBonus.Of(graph) : 0;
        var (mates, dual) = Search(graph, bonus, start?.Mates, start?.Dual, progress, cancellationToken);
        var (upper, lower) = WeightOf(graph, mates);
        return new MatchingResult(mates, dual, ((Int128)upper << 32) + lower);
    }

    // No 128-bit number is in sight, nor a type that holds one: their layout is not settled, so nothing that knows them can be compiled ahead of time.
    private static (MateTable Mates, DualSolution Dual) Search(
        Graph graph, long bonus, MateTable? earlier, DualSolution? earlierDual, IProgress<MatchingProgress>? progress, CancellationToken cancellationToken)
    {
        var duals = new StartingDuals(graph, bonus, earlierDual);
        var order = new SearchOrder(graph, duals, earlier);
        return duals.LargestSlack <= int.MaxValue
            ? new MatchingSearch<NarrowArc>(graph, duals, order).Run(bonus, progress, cancellationToken)
            : new MatchingSearch<WideArc>(graph, duals, order).Run(bonus, progress, cancellationToken);
    }

    // In two halves: a sum of many values may need more than 64 bits.
    private static (long Upper, long Lower) WeightOf(Graph graph, MateTable mates)
    {
        var (upper, lower) = (0L, 0L);
        for (var u = 0; u < mates.VertexCount; u++)
        {
            if (mates[u] <= u)
                continue;
            var value = graph.Value(u, mates[u])!.Value;
            (upper, lower) = (upper + (value >> 32), lower + (value & uint.MaxValue));
        }

        return (upper, lower);
    }
}
