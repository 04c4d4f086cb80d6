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
        var duals = new StartingDuals(graph, bonus, start?.Dual);
        var (mates, dual) = duals.LargestSlack <= int.MaxValue
            ? new MatchingSearch<NarrowArc>(graph, duals).Run(bonus, start?.Mates, progress, cancellationToken)
            : new MatchingSearch<WideArc>(graph, duals).Run(bonus, start?.Mates, progress, cancellationToken);
        Int128 weight = 0;
        foreach (var (u, v) in mates.Pairs)
            weight += graph.Value(u, v)!.Value;
        return new MatchingResult(mates, dual, weight);
    }
}
