namespace PairingBot.Matching;

/// <summary>The arcs of each vertex, tightest first; but only as many are put in order as the search has asked for, because it
/// rarely asks for more than a few.</summary>
internal sealed class ArcTable<TArc>
    where TArc : struct, IArc<TArc>
{
    private const int FirstPiece = 24;

    // A rest this small is sorted whole: choosing a piece of it would not pay.
    private const int SmallRest = 48;

    private readonly int[] _start;
    private readonly int[] _sorted;
    private readonly TArc[] _arcs;

    public ArcTable(Graph graph, StartingDuals duals)
    {
        (_start, _sorted) = (new int[graph.VertexCount + 1], new int[graph.VertexCount]);
        _arcs = new TArc[2 * graph.EdgeCount];
        var count = 0;
        for (var v = 0; v < graph.VertexCount; v++)
        {
            _start[v] = count;
            var neighbours = graph.Neighbours(v);
            var weights = graph.Weights(v);
            for (var i = 0; i < neighbours.Length; i++)
                _arcs[count++] = TArc.Of(neighbours[i], duals.EdgeSlack(v, neighbours[i], weights[i]));
        }

        _start[^1] = count;
    }

    public int Degree(int v) => _start[v + 1] - _start[v];

    /// <summary>At least the first so many arcs of the vertex in order, or all it has.</summary>
    public ReadOnlySpan<TArc> Tightest(int v, int atLeast)
    {
        var degree = Degree(v);
        while (_sorted[v] < Math.Min(atLeast, degree))
            SortFurther(v, degree);
        return _arcs.AsSpan(_start[v], _sorted[v]);
    }

    public long StartSlack(int v, int to)
    {
        foreach (ref readonly var arc in _arcs.AsSpan(_start[v], Degree(v)))
        {
            if (arc.To == to)
                return arc.StartSlack;
        }

        throw new InvalidOperationException("There is no such arc: the solver is wrong.");
    }

    /// <summary>Whether there is an arc to that vertex without slack at the start.</summary>
    public bool IsTight(int v, int to)
    {
        foreach (ref readonly var arc in _arcs.AsSpan(_start[v], Degree(v)))
        {
            if (arc.To == to)
                return arc.StartSlack == 0;
        }

        return false;
    }

    private void SortFurther(int v, int degree)
    {
        var rest = _arcs.AsSpan(_start[v] + _sorted[v], degree - _sorted[v]);
        var piece = Math.Max(FirstPiece, _sorted[v]);
        if (rest.Length > Math.Max(SmallRest, 2 * piece))
            rest = SmallestFirst(rest, piece);
        TArc.Sort(rest);
        _sorted[v] += rest.Length;
    }

    // Moves the smaller ones to the front until a front of about the wanted length, and none but the smallest, is left.
    private static Span<TArc> SmallestFirst(Span<TArc> arcs, int wanted)
    {
        while (arcs.Length > 2 * wanted)
        {
            var (a, b, c) = (arcs[0].StartSlack, arcs[arcs.Length / 2].StartSlack, arcs[^1].StartSlack);
            var pivot = Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
            var below = MoveForward(arcs, pivot, includingEquals: false);
            if (below >= wanted)
            {
                arcs = arcs[..below];
                continue;
            }

            // Arcs of equal slack must not be torn apart, or their order by far end would be lost.
            return arcs[..(below + MoveForward(arcs[below..], pivot, includingEquals: true))];
        }

        return arcs;
    }

    private static int MoveForward(Span<TArc> arcs, long pivot, bool includingEquals)
    {
        var front = 0;
        for (var i = 0; i < arcs.Length; i++)
        {
            var slack = arcs[i].StartSlack;
            if (slack < pivot || (includingEquals && slack == pivot))
            {
                (arcs[front], arcs[i]) = (arcs[i], arcs[front]);
                front++;
            }
        }

        return front;
    }
}
