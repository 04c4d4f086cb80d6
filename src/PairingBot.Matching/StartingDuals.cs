namespace PairingBot.Matching;

/// <summary>Duals that cover every edge, low enough for the search to have little left to do. They are counted above the bonus of their vertex,
/// whose share of every edge the bonus covers for certain: so bonuses of any size do not lengthen the search.</summary>
internal sealed class StartingDuals
{
    // With more uncovered edges than one for so many vertices, earlier duals are no help.
    private const int UncoveredAmong = 3;

    // No vertex needs more; sums of two still fit.
    private const long HighestTakenOver = 2 * DualSolution.Scale * Graph.LargestValue;

    private readonly Graph _graph;
    private readonly long[] _bonus;
    private readonly long[] _above;

    /// <param name="earlier">The certificate of an earlier, similar graph: its duals are close to the end already.</param>
    public StartingDuals(Graph graph, long cardinalityBonus, DualSolution? earlier = null)
    {
        _graph = graph;
        var n = graph.VertexCount;
        (_bonus, _above) = (new long[n], new long[n]);
        for (var v = 0; v < n; v++)
            _bonus[v] = DualSolution.Scale * (graph.Bonus(v) + cardinalityBonus);
        if (earlier is null || !TakeOver(earlier))
        {
            HalveHeaviest();
            Bargain();
        }

        // One after the other, each as low as the others leave it.
        for (var v = 0; v < n; v++)
            _above[v] = LowestAlone(v);
        for (var v = 0; v < n; v++)
            LargestSlack = Math.Max(LargestSlack, LargestSlackAt(v));
    }

    /// <summary>The largest slack of any edge: it decides how wide the arcs must be.</summary>
    public long LargestSlack { get; }

    public long Dual(int vertex) => _above[vertex] + _bonus[vertex];

    public long EdgeSlack(int u, int v, long weight) => _above[u] + _above[v] - DualSolution.Scale * weight;

    private void HalveHeaviest()
    {
        for (var v = 0; v < _above.Length; v++)
        {
            var half = -_bonus[v];
            foreach (var weight in _graph.Weights(v))
                half = Math.Max(half, DualSolution.Scale / 2 * weight);
            _above[v] = half;
        }
    }

    // Every vertex goes half of the way it could go alone, so two neighbours never go too far together. Rounded up to even: the search halves
    // differences of duals. Most graphs are solved 2 to 10 % sooner without; where two hubs pull at the same pairs in turns it takes 25 times longer.
    private void Bargain()
    {
        var lowered = new long[_above.Length];
        for (var v = 0; v < lowered.Length; v++)
        {
            var sum = _above[v] + LowestAlone(v);
            var half = (sum >> 1) + (sum & 1);
            lowered[v] = half + (half & 1);
        }

        lowered.CopyTo(_above, 0);
    }

    /// <summary>The blossoms' duals are divided among their vertices: edges inside stay as tight as they were, those that leave get a gap. Where the new
    /// graph asks for more, the last pass raises; so nothing needs to be true of the earlier certificate.</summary>
    /// <returns>False where too much has changed: then the old duals lie far off, and the way back is longer than that from above.</returns>
    private bool TakeOver(DualSolution earlier)
    {
        var prices = earlier.FoldedPrices();
        for (var v = 0; v < _above.Length; v++)
        {
            var above = v < prices.Length ? prices[v] - DualSolution.Scale * ((Int128)earlier.CardinalityBonus + _graph.Bonus(v)) : 0;
            _above[v] = (long)Int128.Clamp(above + (above & 1), -_bonus[v], HighestTakenOver);
        }

        // Whoever is new covers its edges alone: its neighbours need not move.
        var uncovered = 0;
        for (var v = 0; v < _above.Length; v++)
        {
            if (2 * UncoveredAt(v) > _graph.Degree(v))
                _above[v] = LowestAlone(v);
        }

        for (var v = 0; v < _above.Length; v++)
            uncovered += UncoveredAt(v);
        return uncovered / 2 <= _above.Length / UncoveredAmong;
    }

    private int UncoveredAt(int v)
    {
        var uncovered = 0;
        var neighbours = _graph.Neighbours(v);
        var weights = _graph.Weights(v);
        for (var i = 0; i < neighbours.Length; i++)
            uncovered += EdgeSlack(v, neighbours[i], weights[i]) < 0 ? 1 : 0;
        return uncovered;
    }

    private long LowestAlone(int v)
    {
        var lowest = -_bonus[v];
        var neighbours = _graph.Neighbours(v);
        var weights = _graph.Weights(v);
        for (var i = 0; i < neighbours.Length; i++)
            lowest = Math.Max(lowest, DualSolution.Scale * weights[i] - _above[neighbours[i]]);
        return lowest;
    }

    private long LargestSlackAt(int v)
    {
        long largest = 0;
        var neighbours = _graph.Neighbours(v);
        var weights = _graph.Weights(v);
        for (var i = 0; i < neighbours.Length; i++)
            largest = Math.Max(largest, EdgeSlack(v, neighbours[i], weights[i]));
        return largest;
    }
}
