namespace PairingBot.Matching;

/// <summary>What comes out at the end, when every node is free and the clock has no effect on any dual.</summary>
internal sealed partial class MatchingSearch<TArc>
{
    private DualSolution Certificate(long cardinalityBonus)
    {
        var duals = new long[_vertexCount];
        for (var v = 0; v < _n; v++)
            duals[_order.Vertex(v)] = _vertex[v].Base + _startDual[v];
        var around = new int[_node.Length];
        var blossoms = ListBlossoms(around);

        // Found from outside inwards, but parents shall have the higher numbers.
        var last = blossoms.Length - 1;
        var (parents, blossomDuals) = (new int[blossoms.Length], new long[blossoms.Length]);
        for (var i = 0; i <= last; i++)
            (parents[last - i], blossomDuals[last - i]) = (Reversed(around[blossoms[i]]), 2 * _node[blossoms[i]].HalfDual);
        var innermost = new int[_vertexCount];
        for (var v = 0; v < _vertexCount; v++)
            innermost[v] = DualSolution.None;
        for (var v = 0; v < _n; v++)
            innermost[_order.Vertex(v)] = Reversed(around[v]);
        return new DualSolution(duals, innermost, parents, blossomDuals, cardinalityBonus);

        int Reversed(int place) => place == None ? DualSolution.None : last - place;
    }

    /// <summary>The blossoms with a dual, outer ones before inner ones; layers without a dual are skipped. Notes for each node which of them is the
    /// smallest around it.</summary>
    private ReadOnlySpan<int> ListBlossoms(int[] around)
    {
        var found = new int[_node.Length - _n - _freeNodeCount];
        var count = 0;
        for (var v = 0; v < _n; v++)
        {
            // Each top node once: where its list of vertices begins.
            var top = Top(v);
            if (_node[top].First != v)
                continue;
            around[top] = None;
            NoteBlossom(top);
            while (_toOpenCount > 0)
            {
                var node = _toOpen[--_toOpenCount];
                var inside = around[node];
                if (_node[node].HalfDual != 0)
                    (inside, found[count]) = (count++, node);
                var child = _node[node].FirstChild;
                do
                {
                    around[child] = inside;
                    NoteBlossom(child);
                    child = _node[child].NextSibling;
                }
                while (child != _node[node].FirstChild);
            }
        }

        return found.AsSpan(0, count);
    }

    private void NoteBlossom(int node)
    {
        if (node >= _n)
            _toOpen[_toOpenCount++] = node;
    }

    private MateTable Mates()
    {
        for (var v = 0; v < _n; v++)
        {
            if (_node[Top(v)].First == v)
                NoteBlossom(Top(v));
        }

        while (_toOpenCount > 0)
        {
            var count = Open(_toOpen[--_toOpenCount]);
            for (var i = 0; i < count; i++)
                NoteBlossom(_circle[i]);
        }

        var mates = new int[_vertexCount];
        for (var v = 0; v < _vertexCount; v++)
            mates[v] = MateTable.None;
        for (var v = 0; v < _n; v++)
            mates[_order.Vertex(v)] = _vertex[v].Mate == None ? MateTable.None : _order.Vertex(_vertex[v].Mate);
        return MateTable.Owning(mates);
    }
}
