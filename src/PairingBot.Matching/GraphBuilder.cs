namespace PairingBot.Matching;

/// <summary>Collects edges and builds the immutable <see cref="Graph"/>. Memory grows with the edges really added, never with
/// a number announced beforehand. Loops, vertices out of range and weights beyond the exact range are refused at once;
/// an edge given twice is refused by <see cref="Build"/>.</summary>
public sealed class GraphBuilder
{
    private const int FirstCapacity = 1024;

    private int[] _u;
    private int[] _v;
    private long[] _weight;
    private long[]? _bonus;

    /// <param name="vertexCount">Vertices are numbered from 0.</param>
    /// <param name="roomForEdges">Where the caller has the edges already: room that is taken at once, so that nothing is copied as it grows.</param>
    public GraphBuilder(int vertexCount, int roomForEdges = FirstCapacity)
    {
        if (vertexCount is < 0 or > Graph.MostVertices)
            throw new GraphException($"A graph has 0 to {Graph.MostVertices} vertices, not {vertexCount}.");
        VertexCount = vertexCount;
        var room = Math.Max(FirstCapacity, roomForEdges);
        (_u, _v, _weight) = (new int[room], new int[room], new long[room]);
    }

    public int VertexCount { get; }

    public int EdgeCount { get; private set; }

    public GraphBuilder AddEdge(int u, int v, long weight)
    {
        if ((uint)u >= (uint)VertexCount || (uint)v >= (uint)VertexCount)
            throw new GraphException($"Edge {u}-{v} leaves the vertices 0 to {VertexCount - 1}.");
        if (u == v)
            throw new GraphException($"Edge {u}-{v} is a loop.");
        if (weight is < -Graph.LargestValue or > Graph.LargestValue)
            throw new GraphException($"Edge {u}-{v} weighs {weight}, beyond {Graph.LargestValue}: sums would not stay exact.");
        if (EdgeCount == Graph.MostEdges)
            throw new GraphException($"Edge {u}-{v} is one too many: a graph holds at most {Graph.MostEdges} edges.");
        if (EdgeCount == _u.Length)
            Grow();
        (_u[EdgeCount], _v[EdgeCount], _weight[EdgeCount]) = (u, v, weight);
        EdgeCount++;
        return this;
    }

    /// <summary>Every edge at this vertex is worth <paramref name="bonus"/> more: what covering the vertex is worth,
    /// whoever its mate is.</summary>
    public GraphBuilder SetBonus(int vertex, long bonus)
    {
        if ((uint)vertex >= (uint)VertexCount)
            throw new GraphException($"Vertex {vertex} is not one of 0 to {VertexCount - 1}.");
        if (bonus is < -Graph.LargestValue or > Graph.LargestValue)
            throw new GraphException($"Vertex {vertex} has the bonus {bonus}, beyond {Graph.LargestValue}: sums would not stay exact.");
        (_bonus ??= new long[VertexCount])[vertex] = bonus;
        return this;
    }

    public Graph Build() =>
        new(VertexCount, _u.AsSpan(0, EdgeCount), _v.AsSpan(0, EdgeCount), _weight.AsSpan(0, EdgeCount), _bonus ?? new long[VertexCount]);

    /// <summary>The first edge, by the order in which they came, whose ends are those of an earlier one; -1 if there is none.</summary>
    internal int FirstDouble()
    {
        var seen = new HashSet<(int Smaller, int Larger)>(EdgeCount);
        for (var e = 0; e < EdgeCount; e++)
        {
            if (!seen.Add((Math.Min(_u[e], _v[e]), Math.Max(_u[e], _v[e]))))
                return e;
        }

        return -1;
    }

    /// <summary>Where the weights given so far contain the bonuses of their ends: takes these out, so that the values become what the weights were.</summary>
    /// <returns>The first edge whose weight is beyond the exact range then; -1 if there is none.</returns>
    internal int TakeBonusesOut()
    {
        if (_bonus is null)
            return -1;
        for (var e = 0; e < EdgeCount; e++)
        {
            _weight[e] -= _bonus[_u[e]] + _bonus[_v[e]];
            if (_weight[e] is < -Graph.LargestValue or > Graph.LargestValue)
                return e;
        }

        return -1;
    }

    internal (int U, int V) Ends(int edge) => (_u[edge], _v[edge]);

    private void Grow()
    {
        var capacity = (int)Math.Min(_u.Length * 2L, Graph.MostEdges);
        Array.Resize(ref _u, capacity);
        Array.Resize(ref _v, capacity);
        Array.Resize(ref _weight, capacity);
    }
}
