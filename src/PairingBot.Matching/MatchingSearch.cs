namespace PairingBot.Matching;

/// <summary>The search behind <see cref="MaximumWeightMatching"/>: all trees grow together under one clock. README.md tells the method
/// and its invariants; the parts are: the start, the scans that find events, trees, blossoms, and the certificate.
/// <para>All memory is taken in the constructor (the queue alone grows); nothing recurses; every number is an integer: weights are taken four
/// times and all starting duals are even, so that every later half is whole. What is kept is not duals and weights but how far they
/// moved since the start, and the slack that each edge had then.</para></summary>
internal sealed partial class MatchingSearch<TArc>
    where TArc : struct, IArc<TArc>
{
    private const int None = -1;
    private const int EventsBetweenLooks = 4096;

    // Those that have a number; and all.
    private readonly int _n;
    private readonly int _vertexCount;
    private readonly SearchOrder _order;
    private readonly ArcTable<TArc> _arcs;
    private readonly long[] _startDual;

    // What scans read: of most far ends only a bit, whether they are outer.
    private readonly long[] _outlook;
    private readonly ulong[] _outerBits;
    private readonly VertexState[] _vertex;
    private readonly Node[] _node;
    private readonly int[] _nextVertex;
    private readonly int[] _topOfGroup;
    private readonly int[] _firstInTree;
    private readonly EventQueue _queue = new();
    private int _openTrees;
    private long _now;

    // Scratch, so that no step allocates: vertices to scan, children of a circle, nodes to open, free numbers.
    private readonly int[] _toScan;
    private int _toScanCount;
    private readonly int[] _circle;
    private readonly int[] _toOpen;
    private int _toOpenCount;
    private readonly int[] _newOuter;
    private int[] _ripe;
    private int _ripeCount;
    private readonly int[] _freeNodes;
    private int _freeNodeCount;
    private readonly int[] _freeGroups;
    private int _freeGroupCount;
    private readonly int[] _seen;
    private int _seenMark;
    private long _fetched;

    public MatchingSearch(Graph graph, StartingDuals duals, SearchOrder order)
    {
        (_n, _vertexCount) = (order.Count, graph.VertexCount);
        _order = order;
        _arcs = new ArcTable<TArc>(graph, duals, order);
        _startDual = new long[_n];
        (_outlook, _outerBits) = (new long[_n], new ulong[_n / 64 + 1]);
        for (var v = 0; v < _n; v++)
            _startDual[v] = duals.Dual(order.Vertex(v));
        var nodes = _n + _n / 2 + 1;
        (_vertex, _node) = (new VertexState[_n], new Node[nodes]);
        (_nextVertex, _topOfGroup, _firstInTree) = (new int[_n], new int[_n], new int[_n]);
        (_toScan, _circle, _newOuter, _toOpen, _ripe) = (new int[_n + 1], new int[_n + 1], new int[_n + 1], new int[nodes], new int[nodes]);
        (_freeNodes, _freeGroups, _seen) = (new int[nodes - _n], new int[_n], new int[nodes]);
        for (var b = nodes - 1; b >= _n; b--)
            _freeNodes[_freeNodeCount++] = b;
    }

    public (MateTable Mates, DualSolution Dual) Run(
        long cardinalityBonus, IProgress<MatchingProgress>? progress, CancellationToken cancellationToken)
    {
        StartTrees();
        var untilLook = 0;
        while (_openTrees > 0)
        {
            if (untilLook-- == 0)
            {
                untilLook = EventsBetweenLooks;
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new MatchingProgress(_openTrees, _vertexCount));
            }

            Step();
        }

        var dual = Certificate(cardinalityBonus);
        return (Mates(), dual);
    }

    /// <summary>At first every vertex is a tree of its own, but those whose dual is zero already, and the first pairs.</summary>
    private void StartTrees()
    {
        for (var v = 0; v < _n; v++)
        {
            ref var state = ref _vertex[v];
            (state.Group, state.Mate, state.Partner, state.Key) = (v, _order.Mate(v), None, long.MaxValue);
            (_topOfGroup[v], _nextVertex[v], _firstInTree[v]) = (v, None, None);
            ref var node = ref _node[v];
            (node.Base, node.First, node.Last, node.Size) = (v, v, v, 1);
            node.Tree = None;
            SetOutlook(v);
            if (_startDual[v] == 0 || state.Mate != None)
                continue;
            (state.Label, node.Label) = (VertexState.Outer, VertexState.Outer);
            SetOutlook(v);
            _openTrees++;
            JoinTree(v, v);
        }

        for (var v = 0; v < _n; v++)
        {
            if (_vertex[v].Label == VertexState.Outer)
                ScanOuter(v);
        }
    }

    private void Step()
    {
        if (_queue.TryTakeNow(out var next))
        {
            if (next.Id >= _n)
                NoteRipe(next.Id);
            else if (_vertex[next.Id].Key == next.Key)
                Happen(next.Id);
        }
        else if (_ripeCount > 0)
        {
            // Only when nothing else is left at this time: a path found first makes opening needless.
            var blossom = _ripe[--_ripeCount];
            if (_node[blossom].Label == VertexState.Inner && _node[blossom].HalfDual == _now)
                ExpandInner(blossom);
        }
        else
        {
            if (!_queue.Advance(_vertex))
                throw new InvalidOperationException("The search ran out of events with open trees left: the solver is wrong.");
            _now = _queue.Now;
        }
    }

    private void NoteRipe(int blossom)
    {
        if (_ripeCount == _ripe.Length)
            Array.Resize(ref _ripe, 2 * _ripeCount);
        _ripe[_ripeCount++] = blossom;
    }

    /// <summary>The event a vertex waited for has come up. What it was about may have changed since; then the vertex looks again.</summary>
    private void Happen(int v)
    {
        ref var state = ref _vertex[v];
        switch (state.Label)
        {
            case VertexState.Outer when state.Partner == OwnDualIsZero:
                GiveUp(v);
                break;
            case VertexState.Outer when state.Partner == LookFurther:
                ScanOuter(v, 2 * _arcs.Looked(v));
                break;
            case VertexState.Free when state.Partner == LookFurther:
                ScanFree(v, 2 * _arcs.Looked(v));
                break;
            case VertexState.Outer:
                HappenToOuter(v, state.Partner);
                break;
            case VertexState.Free when _vertex[state.Partner].Label == VertexState.Outer && TightAt(v, state.Partner) == _now:
                Grow(v, state.Partner);
                break;
            case VertexState.Free:
                ScanFree(v);
                break;
        }
    }

    private void HappenToOuter(int v, int partner)
    {
        ref var state = ref _vertex[v];
        ref var other = ref _vertex[partner];
        if (other.Label == VertexState.Outer && other.Group != state.Group && state.Base + other.Base + _arcs.StartSlack(v, partner) == 2 * _now)
        {
            var (a, b) = (Top(v), Top(partner));
            if (_node[a].Tree != _node[b].Tree)
            {
                AugmentBetween(v, partner);
                return;
            }

            Shrink(v, partner);
        }

        ScanOuter(v);
    }

    private int Top(int vertex) => _topOfGroup[_vertex[vertex].Group];

    /// <summary>When the edge between a free and an outer vertex becomes tight.</summary>
    private long TightAt(int free, int outer) => _vertex[free].Base + _vertex[outer].Base + _arcs.StartSlack(free, outer);
}
