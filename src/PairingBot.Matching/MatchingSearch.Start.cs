namespace PairingBot.Matching;

internal sealed partial class MatchingSearch<TArc>
{
    // Each sweep costs a look at every arc. The first brings every vertex to half its heaviest edge; without the second, graphs of
    // long chains with falling weights take a hundred times longer.
    private const int Sweeps = 2;

    /// <summary>Duals that cover every edge, even, and low. They stand above the bonus of their vertex, whose share of every edge they cover
    /// for certain; so bonuses of any size do not lengthen the search.</summary>
    private void SetStartingDuals()
    {
        long heaviest = 0;
        foreach (var arc in _arcs)
            heaviest = Math.Max(heaviest, arc.Weight / 2);
        for (var v = 0; v < _n; v++)
            _vertex[v].Base = Math.Max(heaviest, -_bonus[v]);
        var lowered = new long[_n];
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            for (var v = 0; v < _n; v++)
                lowered[v] = HalfwayDown(v);
            for (var v = 0; v < _n; v++)
                _vertex[v].Base = lowered[v];
        }
    }

    // Every vertex goes half of the way it could go alone, so two neighbours never go too far together. Rounded up to even.
    private long HalfwayDown(int v)
    {
        var sum = _vertex[v].Base + LowestAlone(v);
        var half = (sum >> 1) + (sum & 1);
        return half + (half & 1);
    }

    private long LowestAlone(int v)
    {
        var lowest = -_bonus[v];
        foreach (ref readonly var arc in _arcs.AsSpan(_start[v], _start[v + 1] - _start[v]))
            lowest = Math.Max(lowest, arc.Weight - _vertex[arc.To].Base);
        return lowest;
    }

    private void StartTrees()
    {
        for (var v = 0; v < _n; v++)
        {
            ref var state = ref _vertex[v];
            (state.Group, state.Mate, state.Partner, state.Key) = (v, None, None, long.MaxValue);
            (_topOfGroup[v], _nextVertex[v], _firstInTree[v]) = (v, None, None);
            ref var node = ref _node[v];
            (node.Base, node.First, node.Last, node.Size) = (v, v, v, 1);
            node.Tree = None;
            if (state.Base == -_bonus[v])
                continue;
            (state.Label, node.Label) = (VertexState.Outer, VertexState.Outer);
            _openTrees++;
            JoinTree(v, v);
        }

        for (var v = 0; v < _n; v++)
        {
            if (_vertex[v].Label == VertexState.Outer)
                ScanOuter(v);
        }
    }
}
