namespace PairingBot.Matching;

/// <summary>Blossoms: odd circles of nodes, contracted to one. Inside, nothing is kept up to date: when a blossom opens, the child that holds
/// its base is found, and the others are paired along the circle.</summary>
internal sealed partial class MatchingSearch<TArc>
{
    /// <summary>A tight edge between two outer nodes of one tree closes an odd circle, which becomes one outer node.</summary>
    private void Shrink(int u, int v)
    {
        var meeting = WhereBranchesMeet(Top(u), Top(v));
        var blossom = _freeNodes[--_freeNodeCount];
        var count = CloseCircle(u, v, meeting);
        ref var state = ref _node[blossom];
        state = new Node { Base = _node[meeting].Base, HalfDual = -_now, Label = VertexState.Outer };
        var tree = _node[meeting].Tree;
        for (var i = 0; i < count; i++)
        {
            var child = _circle[i];
            LeaveTree(child);
            if (_node[child].Label == VertexState.Inner)
            {
                NoteForScan(child);
                Relabel(child, VertexState.Outer);
            }

            // The dual of a child rests while it is inside.
            _node[child].HalfDual += _now;
        }

        JoinTree(blossom, tree);
        JoinVertices(blossom, count);
        ScanNotedOuter();
    }

    private int WhereBranchesMeet(int a, int b)
    {
        _seenMark++;
        while (true)
        {
            if (a != None)
            {
                if (_seen[a] == _seenMark)
                    return a;
                _seen[a] = _seenMark;
                a = TwoUp(a);
            }

            (a, b) = (b, a);
        }
    }

    private int TwoUp(int outer)
    {
        var mate = _vertex[_node[outer].Base].Mate;
        return mate == None ? None : Top(_node[Top(mate)].EntryOuter);
    }

    /// <summary>Links the nodes on the circle: from u's node up to the meeting point, down to v's node, and over the edge v-u back.</summary>
    private int CloseCircle(int u, int v, int meeting)
    {
        var count = 0;
        for (var node = Top(u); node != meeting;)
        {
            var (from, to) = Up(node);
            Link(node, from, to, Top(to));
            _circle[count++] = node;
            node = Top(to);
        }

        _circle[count++] = meeting;
        var bottom = Top(v);
        for (var node = bottom; node != meeting;)
        {
            var (from, to) = Up(node);
            Link(Top(to), to, from, node);
            _circle[count++] = node;
            node = Top(to);
        }

        Link(bottom, v, u, Top(u));
        return count;
    }

    private (int From, int To) Up(int node)
    {
        ref var state = ref _node[node];
        return state.Label == VertexState.Inner ? (state.EntryOwn, state.EntryOuter) : (state.Base, _vertex[state.Base].Mate);
    }

    private void Link(int child, int from, int to, int next) =>
        (_node[child].LinkFrom, _node[child].LinkTo, _node[child].NextSibling) = (from, to, next);

    // The largest child lends its group, so a vertex is renamed only when its node at least doubles.
    private void JoinVertices(int blossom, int count)
    {
        var largest = _circle[0];
        for (var i = 1; i < count; i++)
            largest = _node[_circle[i]].Size > _node[largest].Size ? _circle[i] : largest;
        var group = _vertex[_node[largest].Base].Group;
        ref var state = ref _node[blossom];
        (state.First, state.Last) = (_node[_circle[0]].First, None);
        for (var i = 0; i < count; i++)
        {
            ref var child = ref _node[_circle[i]];
            state.Size += child.Size;
            if (state.Last != None)
                _nextVertex[state.Last] = child.First;
            state.Last = child.Last;
            if (_circle[i] == largest)
                continue;
            _freeGroups[_freeGroupCount++] = _vertex[child.Base].Group;
            Rename(ref child, group);
        }

        _topOfGroup[group] = blossom;
        state.FirstChild = largest;
    }

    /// <summary>Makes the children top nodes again, and pairs them: all but the one that holds the blossom's base. Leaves them in
    /// <see cref="_circle"/>, that one first.</summary>
    /// <returns>How many children there are.</returns>
    private int Open(int blossom)
    {
        var vertexOut = _node[blossom].Base;
        GiveGroupsBack(blossom, _vertex[vertexOut].Group);
        _freeNodes[_freeNodeCount++] = blossom;
        // An event may still name it: it must not be taken for one that waits to open.
        _node[blossom].Label = VertexState.Free;
        var first = Top(vertexOut);
        _node[first].Base = vertexOut;
        _circle[0] = first;
        var count = 1;
        for (var child = _node[first].NextSibling; child != first;)
        {
            ref var state = ref _node[child];
            var (from, to, mate) = (state.LinkFrom, state.LinkTo, state.NextSibling);
            (state.Base, _node[mate].Base) = (from, to);
            (_vertex[from].Mate, _vertex[to].Mate) = (to, from);
            _circle[count++] = child;
            _circle[count++] = mate;
            child = _node[mate].NextSibling;
        }

        return count;
    }

    private void GiveGroupsBack(int blossom, int group)
    {
        var (start, largest) = (_node[blossom].FirstChild, _node[blossom].FirstChild);
        for (var child = _node[start].NextSibling; child != start; child = _node[child].NextSibling)
            largest = _node[child].Size > _node[largest].Size ? child : largest;
        _topOfGroup[group] = largest;
        for (var child = _node[largest].NextSibling; child != largest; child = _node[child].NextSibling)
        {
            var own = _freeGroups[--_freeGroupCount];
            _topOfGroup[own] = child;
            Rename(ref _node[child], own);
        }
    }

    /// <summary>Blossoms without a dual that are in no tree open, and so do those inside them that have none.</summary>
    private void OpenNotedFree()
    {
        while (_toOpenCount > 0)
        {
            var count = Open(_toOpen[--_toOpenCount]);
            for (var i = 0; i < count; i++)
            {
                ref var child = ref _node[_circle[i]];
                (child.Label, child.Tree) = (VertexState.Free, None);
                NoteForOpening(_circle[i]);
            }
        }
    }

    private void NoteForOpening(int node)
    {
        if (node >= _n && _node[node].HalfDual == 0)
            _toOpen[_toOpenCount++] = node;
    }

    /// <summary>The dual of an inner blossom has fallen to zero. The children on the even path from the tree's entry to the base stay in the
    /// tree, the others are free. An inner child without a dual keeps its vertices untouched and opens in its turn, so a nest
    /// of such blossoms costs its number of children, not its depth times its size.</summary>
    private void ExpandInner(int blossom)
    {
        var (tree, own, outer) = (_node[blossom].Tree, _node[blossom].EntryOwn, _node[blossom].EntryOuter);
        LeaveTree(blossom);
        var count = Open(blossom);
        var entry = Array.IndexOf(_circle, Top(own), 0, count);
        var outers = 0;
        for (var i = 0; i < count; i++)
        {
            ref var child = ref _node[_circle[i]];
            (child.Label, child.HalfDual, child.Tree) = (VertexState.Inner, child.HalfDual + _now, None);
            var role = RoleOnCircle(i, entry);
            if (role == VertexState.Inner)
            {
                (child.EntryOwn, child.EntryOuter) = i == entry ? (own, outer) : EntryOnCircle(i, entry, count);
                JoinTree(_circle[i], tree);
                AwaitOpening(_circle[i]);
                continue;
            }

            Relabel(_circle[i], role);
            if (role == VertexState.Outer)
            {
                JoinTree(_circle[i], tree);
                _newOuter[outers++] = _circle[i];
                continue;
            }

            NoteForScan(_circle[i]);
            NoteForOpening(_circle[i]);
        }

        OpenNotedFree();
        ScanNotedFree();
        for (var i = 0; i < outers; i++)
            NoteForScan(_newOuter[i]);
        ScanNotedOuter();
    }

    // The child with the base is the first on the circle, the others are paired 1-2, 3-4 and so on. From an even place the path of
    // pairs leads backwards, from an odd one forwards; both end at the first.
    private static int RoleOnCircle(int place, int entry)
    {
        if (place == 0)
            return VertexState.Inner;
        var onPath = entry % 2 == 0 ? place <= entry : place >= entry;
        if (!onPath)
            return VertexState.Free;
        return (place - entry) % 2 == 0 ? VertexState.Inner : VertexState.Outer;
    }

    private (int Own, int Outer) EntryOnCircle(int place, int entry, int count)
    {
        ref var here = ref _node[_circle[place]];
        if (entry % 2 == 0)
            return (here.LinkFrom, here.LinkTo);
        ref var before = ref _node[_circle[place == 0 ? count - 1 : place - 1]];
        return (before.LinkTo, before.LinkFrom);
    }

    private void Rename(ref Node node, int group)
    {
        for (var v = node.First; ; v = _nextVertex[v])
        {
            _vertex[v].Group = group;
            if (v == node.Last)
                return;
        }
    }
}
