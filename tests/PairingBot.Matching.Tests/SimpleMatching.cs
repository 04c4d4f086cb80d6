using System.Runtime.InteropServices;

namespace PairingBot.Matching.Tests;

/// <summary>Edmonds' primal-dual method in its plainest form: one stage per augmentation, every step found by looking at all edges.
/// Slow and easy to follow; what it answers is compared with the fast search.</summary>
internal sealed class SimpleMatching
{
    private enum Label { Free, Outer, Inner }

    private sealed class Node(int root)
    {
        public int Base = root;
        public long HalfDual;
        public Label Label;
        public Node? Parent;
        public Node? Tree;
        public (int Own, int Outer) Entry;
        public List<Node> Children = [];
        public List<(int From, int To)> Links = [];
        public List<int> Vertices = [];
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct ScaledEdge(int U, int V, long Weight);

    private readonly int _n;
    private readonly long _bonus;
    private readonly ScaledEdge[] _edges;
    private readonly Node[] _top;
    private readonly int[] _mate;
    private readonly long[] _dual;

    public SimpleMatching(Graph graph, long bonus)
    {
        _n = graph.VertexCount;
        _bonus = bonus;
        _edges = [.. graph.Edges.Select(e => new ScaledEdge(e.U, e.V, DualSolution.Scale * (graph.Value(e) + 2 * bonus)))];
        _mate = new int[_n];
        Array.Fill(_mate, MateTable.None);
        _dual = new long[_n];
        Array.Fill(_dual, Math.Max(0, _edges.Select(e => e.Weight).DefaultIfEmpty(0).Max() / 2));
        _top = [.. Enumerable.Range(0, _n).Select(v => new Node(v) { Vertices = [v] })];
    }

    public (MateTable Mates, DualSolution Dual) Run()
    {
        while (StartTrees() > 0 && RunStage())
        {
            foreach (var node in Tops().Where(t => t is { Label: Label.Outer, HalfDual: 0, Children.Count: > 0 }))
                Open(node);
        }

        var dual = Certificate();
        while (Tops().FirstOrDefault(t => t.Children.Count > 0) is { } blossom)
            Open(blossom);
        return (new MateTable(_mate), dual);
    }

    private List<Node> Tops() => [.. _top.Distinct()];

    private int StartTrees()
    {
        var open = 0;
        foreach (var node in Tops())
        {
            var exposed = _mate[node.Base] == MateTable.None && _dual[node.Base] > 0;
            (node.Label, node.Tree) = exposed ? (Label.Outer, node) : (Label.Free, null);
            open += exposed ? 1 : 0;
        }

        return open;
    }

    /// <returns>False when the duals of the exposed vertices reached zero: the matching is the best.</returns>
    private bool RunStage()
    {
        while (true)
        {
            var moved = true;
            while (moved)
            {
                moved = false;
                foreach (var edge in _edges)
                {
                    if (Slack(edge) != 0 || _top[edge.U] == _top[edge.V])
                        continue;
                    var (a, b) = (_top[edge.U].Label, _top[edge.V].Label);
                    if (a == Label.Outer && b == Label.Outer && _top[edge.U].Tree != _top[edge.V].Tree)
                    {
                        Augment(edge.U, edge.V);
                        return true;
                    }

                    moved |= a == Label.Outer && b != Label.Inner && Meet(edge.U, edge.V);
                    moved |= a == Label.Free && b == Label.Outer && Meet(edge.V, edge.U);
                }

                foreach (var node in Tops().Where(t => t is { Label: Label.Inner, HalfDual: 0, Children.Count: > 0 }))
                    (moved, _) = (true, Expand(node));
            }

            if (!ShiftDuals())
                return false;
        }
    }

    private long Slack(ScaledEdge edge) => _dual[edge.U] + _dual[edge.V] - edge.Weight;

    private bool Meet(int outer, int other)
    {
        if (_top[other].Label == Label.Outer)
            Shrink(outer, other);
        else
            Grow(outer, other);
        return true;
    }

    private void Grow(int outer, int other)
    {
        var inner = _top[other];
        (inner.Label, inner.Tree, inner.Entry) = (Label.Inner, _top[outer].Tree, (other, outer));
        var next = _top[_mate[inner.Base]];
        (next.Label, next.Tree) = (Label.Outer, inner.Tree);
    }

    /// <summary>The step from a node of a tree towards its root: the edge and the node it leads to.</summary>
    private (int From, int To)? Up(Node node)
    {
        if (node.Label == Label.Inner)
            return node.Entry;
        return _mate[node.Base] == MateTable.None ? null : (node.Base, _mate[node.Base]);
    }

    private List<Node> PathToRoot(int vertex)
    {
        List<Node> path = [_top[vertex]];
        while (Up(path[^1]) is { } step)
            path.Add(_top[step.To]);
        return path;
    }

    private void Shrink(int u, int v)
    {
        var (left, right) = (PathToRoot(u), PathToRoot(v));
        var meeting = left.First(right.Contains);
        left = left[..(left.IndexOf(meeting) + 1)];
        right = right[..right.IndexOf(meeting)];
        var blossom = new Node(meeting.Base) { Label = Label.Outer, Tree = meeting.Tree };
        foreach (var node in left)
        {
            blossom.Children.Add(node);
            if (node != meeting)
                blossom.Links.Add(Up(node)!.Value);
        }

        foreach (var node in Enumerable.Reverse(right))
        {
            var (from, to) = Up(node)!.Value;
            blossom.Children.Add(node);
            blossom.Links.Add((to, from));
        }

        blossom.Links.Add((v, u));
        foreach (var child in blossom.Children)
        {
            child.Parent = blossom;
            blossom.Vertices.AddRange(child.Vertices);
        }

        foreach (var vertex in blossom.Vertices)
            _top[vertex] = blossom;
    }

    /// <summary>Makes the children top nodes again and matches all of them, but the one with the base, along the circle.</summary>
    /// <returns>The place of the child that holds the base.</returns>
    private int Open(Node blossom)
    {
        foreach (var child in blossom.Children)
        {
            (child.Parent, child.Label, child.Tree) = (null, Label.Free, null);
            foreach (var vertex in child.Vertices)
                _top[vertex] = child;
        }

        var count = blossom.Children.Count;
        var start = blossom.Children.IndexOf(_top[blossom.Base]);
        blossom.Children[start].Base = blossom.Base;
        for (var i = 1; i < count; i += 2)
        {
            var (from, to) = blossom.Links[(start + i) % count];
            Match(from, to);
        }

        return start;
    }

    private void Match(int u, int v)
    {
        (_mate[u], _mate[v]) = (v, u);
        (_top[u].Base, _top[v].Base) = (u, v);
    }

    // The path between the child where the tree enters and the child with the base stays in the tree, the rest is free again.
    private Node Expand(Node blossom)
    {
        var start = Open(blossom);
        var count = blossom.Children.Count;
        var at = blossom.Children.IndexOf(_top[blossom.Entry.Own]);
        var forward = (at - start + count) % count % 2 == 1;
        var entry = blossom.Entry;
        while (true)
        {
            var inner = blossom.Children[at];
            (inner.Label, inner.Tree, inner.Entry) = (Label.Inner, blossom.Tree, entry);
            if (at == start)
                return inner;
            at = (at + (forward ? 1 : count - 1)) % count;
            (blossom.Children[at].Label, blossom.Children[at].Tree) = (Label.Outer, blossom.Tree);
            var (from, to) = forward ? blossom.Links[at] : blossom.Links[(at + count - 1) % count];
            entry = forward ? (to, from) : (from, to);
            at = (at + (forward ? 1 : count - 1)) % count;
        }
    }

    private void Augment(int u, int v)
    {
        var (left, right) = (PathToRoot(u), PathToRoot(v));
        FlipPath(left);
        FlipPath(right);
        Match(u, v);
    }

    private void FlipPath(List<Node> path)
    {
        // From the root downwards, so that every pair that is given up is still known when it is passed.
        for (var i = path.Count - 2; i > 0; i -= 2)
            Match(path[i].Entry.Own, path[i].Entry.Outer);
    }

    private bool ShiftDuals()
    {
        var step = _top.Select((node, v) => node.Label == Label.Outer ? _dual[v] : long.MaxValue).Min();
        var isLast = true;
        foreach (var edge in _edges)
        {
            var (a, b) = (_top[edge.U], _top[edge.V]);
            if (a == b || (a.Label != Label.Outer && b.Label != Label.Outer) || a.Label == Label.Inner || b.Label == Label.Inner)
                continue;
            var time = a.Label == b.Label ? Slack(edge) / 2 : Slack(edge);
            (step, isLast) = time < step ? (time, false) : (step, isLast);
        }

        var tops = Tops();
        foreach (var node in tops.Where(t => t.Label == Label.Inner && t.Children.Count > 0 && t.HalfDual < step))
            (step, isLast) = (node.HalfDual, false);
        foreach (var node in tops)
            node.HalfDual += Direction(node) * step;
        for (var v = 0; v < _n; v++)
            _dual[v] -= Direction(_top[v]) * step;
        return !isLast;
    }

    private static int Direction(Node node) => node.Label == Label.Outer ? 1 : node.Label == Label.Inner ? -1 : 0;

    private DualSolution Certificate()
    {
        List<Node> order = [.. Tops().Where(t => t.Children.Count > 0)];
        for (var i = 0; i < order.Count; i++)
            order.AddRange(order[i].Children.Where(c => c.Children.Count > 0));
        order.RemoveAll(node => node.HalfDual == 0);
        order.Reverse();
        var innermost = new int[_n];
        Array.Fill(innermost, DualSolution.None);
        var parents = new int[order.Count];
        for (var b = order.Count - 1; b >= 0; b--)
        {
            parents[b] = innermost[order[b].Vertices[0]];
            foreach (var vertex in order[b].Vertices)
                innermost[vertex] = b;
        }

        return new DualSolution(_dual, innermost, parents, [.. order.Select(b => 2 * b.HalfDual)], _bonus);
    }
}
