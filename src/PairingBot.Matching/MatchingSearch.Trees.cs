namespace PairingBot.Matching;

/// <summary>Alternating trees: how they grow, and how they end by a path that matches one pair more.</summary>
internal sealed partial class MatchingSearch<TArc>
{
    /// <summary>A free node joins the tree of an outer vertex, as inner, and its mate's node as outer; or, if it has no mate, it is what the
    /// tree looked for.</summary>
    private void Grow(int v, int outer)
    {
        var inner = Top(v);
        var tree = _node[Top(outer)].Tree;
        var mate = _vertex[_node[inner].Base].Mate;
        if (mate == None)
        {
            AugmentToExposed(v, outer);
            return;
        }

        (_node[inner].EntryOwn, _node[inner].EntryOuter) = (v, outer);
        MakeInner(inner, tree);
        var next = Top(mate);
        Relabel(next, VertexState.Outer);
        JoinTree(next, tree);
        NoteForScan(next);
        ScanNotedOuter();
    }

    private void MakeInner(int node, int tree)
    {
        Relabel(node, VertexState.Inner);
        JoinTree(node, tree);
        AwaitOpening(node);
    }

    // A blossom must open when its dual, falling while it is inner, reaches zero.
    private void AwaitOpening(int node)
    {
        if (node >= _n)
            _queue.Push(2 * _node[node].HalfDual + 1, node);
    }

    /// <summary>The clock changes its effect on the node; the duals of this moment stay what they are.</summary>
    private void Relabel(int node, int label)
    {
        ref var state = ref _node[node];
        var shift = (state.Label - label) * _now;
        state.HalfDual -= shift;
        state.Label = label;
        for (var v = state.First; ; v = _nextVertex[v])
        {
            _vertex[v].Base += shift;
            _vertex[v].Label = label;
            SetOutlook(v);
            if (v == state.Last)
                return;
        }
    }

    private void SetOutlook(int v)
    {
        ref var state = ref _vertex[v];
        var isOuter = state.Label == VertexState.Outer;
        _outlook[v] = isOuter ? state.Base : state.Label == VertexState.Free ? Outlook.Never : Outlook.Nothing;
        var bit = 1UL << v;
        if (isOuter)
            _outerBits[v >> 6] |= bit;
        else
            _outerBits[v >> 6] &= ~bit;
    }

    private void JoinTree(int node, int tree)
    {
        ref var state = ref _node[node];
        var first = _firstInTree[tree];
        (state.Tree, state.PreviousInTree, state.NextInTree) = (tree, None, first);
        if (first != None)
            _node[first].PreviousInTree = node;
        _firstInTree[tree] = node;
    }

    private void LeaveTree(int node)
    {
        ref var state = ref _node[node];
        if (state.PreviousInTree == None)
            _firstInTree[state.Tree] = state.NextInTree;
        else
            _node[state.PreviousInTree].NextInTree = state.NextInTree;
        if (state.NextInTree != None)
            _node[state.NextInTree].PreviousInTree = state.PreviousInTree;
        state.Tree = None;
    }

    private void AugmentBetween(int u, int v)
    {
        var (a, b) = (Top(u), Top(v));
        var (treeA, treeB) = (_node[a].Tree, _node[b].Tree);
        FlipToRoot(a, u, v);
        FlipToRoot(b, v, u);
        EndTree(treeA);
        EndTree(treeB);
        ScanNotedFree();
    }

    private void AugmentToExposed(int v, int outer)
    {
        var (exposed, node) = (Top(v), Top(outer));
        var tree = _node[node].Tree;
        FlipToRoot(node, outer, v);
        _node[exposed].Base = v;
        _vertex[v].Mate = outer;
        EndTree(tree);
        // The event that brought us here was the only one of this vertex; its other edges need a new.
        _toScan[_toScanCount++] = v;
        ScanNotedFree();
    }

    /// <summary>The dual of an outer vertex reached zero: it may stay without a mate. The root of its tree takes over its pair.</summary>
    private void GiveUp(int v)
    {
        var node = Top(v);
        var tree = _node[node].Tree;
        FlipToRoot(node, v, None);
        EndTree(tree);
        ScanNotedFree();
    }

    /// <summary>Changes the pairs along the path from an outer node to its root, so that the node gets this vertex as its base, with
    /// this mate.</summary>
    private void FlipToRoot(int node, int vertex, int mate)
    {
        while (true)
        {
            // Read before it is written: the old base and the new one may be the same vertex.
            var former = _vertex[_node[node].Base].Mate;
            _node[node].Base = vertex;
            _vertex[vertex].Mate = mate;
            if (former == None)
                return;
            ref var inner = ref _node[Top(former)];
            (vertex, mate) = (inner.EntryOuter, inner.EntryOwn);
            inner.Base = mate;
            _vertex[mate].Mate = vertex;
            node = Top(vertex);
        }
    }

    /// <summary>All its nodes are free again; their vertices are noted, to be scanned when every label is right.</summary>
    private void EndTree(int tree)
    {
        _openTrees--;
        for (var node = _firstInTree[tree]; node != None;)
        {
            var next = _node[node].NextInTree;
            NoteForScan(node);
            Relabel(node, VertexState.Free);
            _node[node].Tree = None;
            NoteForOpening(node);
            node = next;
        }

        _firstInTree[tree] = None;
        OpenNotedFree();
    }
}
