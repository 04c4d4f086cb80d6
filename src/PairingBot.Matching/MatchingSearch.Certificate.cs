using System.Runtime.InteropServices;

namespace PairingBot.Matching;

/// <summary>What comes out at the end, when every node is free and the clock has no effect on any dual.</summary>
internal sealed partial class MatchingSearch<TArc>
{
    private DualSolution Certificate(long cardinalityBonus)
    {
        var duals = new long[_n];
        for (var v = 0; v < _n; v++)
            duals[v] = _vertex[v].Base + _startDual[v];
        var innermost = new int[_n];
        var (parents, blossomDuals) = ListBlossoms(innermost);

        // Found from outside inwards, but parents shall have the higher numbers.
        var last = parents.Count - 1;
        parents.Reverse();
        blossomDuals.Reverse();
        for (var b = 0; b <= last; b++)
            parents[b] = parents[b] == None ? DualSolution.None : last - parents[b];
        for (var v = 0; v < _n; v++)
            innermost[v] = innermost[v] == None ? DualSolution.None : last - innermost[v];
        return new DualSolution(duals, innermost, CollectionsMarshal.AsSpan(parents), CollectionsMarshal.AsSpan(blossomDuals), cardinalityBonus);
    }

    /// <summary>The blossoms with a dual, outer ones before inner ones; layers without a dual are skipped.</summary>
    private (List<int> Parents, List<long> Duals) ListBlossoms(int[] innermost)
    {
        List<int> parents = [];
        List<long> duals = [];
        List<(int Node, int Around)> open = [.. TopNodes().Select(node => (node, None))];
        while (open.Count > 0)
        {
            var (node, around) = open[^1];
            open.RemoveAt(open.Count - 1);
            if (node < _n)
            {
                innermost[node] = around;
                continue;
            }

            if (_node[node].HalfDual != 0)
            {
                parents.Add(around);
                duals.Add(2 * _node[node].HalfDual);
                around = parents.Count - 1;
            }

            var child = _node[node].FirstChild;
            do
            {
                open.Add((child, around));
                child = _node[child].NextSibling;
            }
            while (child != _node[node].FirstChild);
        }

        return (parents, duals);
    }

    private IEnumerable<int> TopNodes()
    {
        _seenMark++;
        for (var v = 0; v < _n; v++)
        {
            var top = Top(v);
            if (_seen[top] == _seenMark)
                continue;
            _seen[top] = _seenMark;
            yield return top;
        }
    }

    private MateTable Mates()
    {
        foreach (var top in TopNodes().Where(node => node >= _n).ToArray())
            _toOpen[_toOpenCount++] = top;
        while (_toOpenCount > 0)
        {
            var count = Open(_toOpen[--_toOpenCount]);
            for (var i = 0; i < count; i++)
            {
                if (_circle[i] >= _n)
                    _toOpen[_toOpenCount++] = _circle[i];
            }
        }

        var mates = new int[_n];
        for (var v = 0; v < _n; v++)
            mates[v] = _vertex[v].Mate;
        return MateTable.Owning(mates);
    }
}
