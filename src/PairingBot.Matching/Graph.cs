namespace PairingBot.Matching;

/// <summary>An immutable, undirected, simple graph on the vertices 0 to n-1. An edge is worth its own weight plus the bonuses of
/// its two ends; keeping "this vertex shall be covered" out of the edge weights keeps the numbers small and lets the
/// search start close to its end. Neighbours are held in rising order, so the graph (and every answer about it) is the
/// same in whatever order the edges came.</summary>
public sealed class Graph
{
    /// <summary>Bound on weights, bonuses and edge values: the solver counts in quarters and doubles times, and still fits 64 bits.</summary>
    public const long LargestValue = 1L << 56;

    /// <summary>Bound on vertices: twice as many node numbers must fit an array index.</summary>
    public const int MostVertices = 1 << 28;

    /// <summary>Bound on edges: both directions of each must fit an array.</summary>
    public const int MostEdges = 1 << 29;

    private readonly int[] _start;
    private readonly int[] _neighbour;
    private readonly long[] _weight;
    private readonly long[] _bonus;

    internal Graph(int vertexCount, ReadOnlySpan<int> u, ReadOnlySpan<int> v, ReadOnlySpan<long> weight, long[] bonus)
    {
        VertexCount = vertexCount;
        EdgeCount = u.Length;
        _bonus = (long[])bonus.Clone();
        _start = Offsets(vertexCount, u, v);
        _neighbour = new int[2 * EdgeCount];
        _weight = new long[2 * EdgeCount];
        FillSorted(u, v, weight);
        Validate();
    }

    public int VertexCount { get; }

    public int EdgeCount { get; }

    /// <summary>The edges, each once, smaller vertex first, in rising order.</summary>
    public IEnumerable<Edge> Edges
    {
        get
        {
            for (var u = 0; u < VertexCount; u++)
            {
                for (var arc = _start[u]; arc < _start[u + 1]; arc++)
                {
                    if (_neighbour[arc] > u)
                        yield return new Edge(u, _neighbour[arc], _weight[arc]);
                }
            }
        }
    }

    /// <summary>Builds a graph in one call; see <see cref="GraphBuilder"/> for what is refused.</summary>
    public static Graph FromEdges(int vertexCount, IEnumerable<Edge> edges, ReadOnlySpan<long> bonus = default)
    {
        if (bonus.Length != 0 && bonus.Length != vertexCount)
            throw new GraphException($"{bonus.Length} bonuses were given for {vertexCount} vertices.");
        var builder = new GraphBuilder(vertexCount);
        foreach (var edge in edges)
            builder.AddEdge(edge.U, edge.V, edge.Weight);
        for (var v = 0; v < bonus.Length; v++)
            builder.SetBonus(v, bonus[v]);
        return builder.Build();
    }

    public int Degree(int vertex) => _start[vertex + 1] - _start[vertex];

    /// <summary>The neighbours of a vertex, rising.</summary>
    public ReadOnlySpan<int> Neighbours(int vertex) => _neighbour.AsSpan(_start[vertex], Degree(vertex));

    /// <summary>The own weights of the edges to <see cref="Neighbours"/>, in the same order, bonuses not included.</summary>
    public ReadOnlySpan<long> Weights(int vertex) => _weight.AsSpan(_start[vertex], Degree(vertex));

    public long Bonus(int vertex) => _bonus[vertex];

    /// <summary>What this edge is worth: its weight and the bonuses of its ends.</summary>
    public long Value(Edge edge) => edge.Weight + _bonus[edge.U] + _bonus[edge.V];

    /// <summary>What the edge between two vertices is worth, or null where there is none.</summary>
    public long? Value(int u, int v)
    {
        var index = IndexOf(u, v);
        return index < 0 ? null : Value(new Edge(u, v, _weight[_start[u] + index]));
    }

    /// <summary>Where among the neighbours of one vertex the other stands; negative if it is none.</summary>
    internal int IndexOf(int u, int v)
    {
        var (low, high) = (_start[u], _start[u + 1] - 1);
        while (low <= high)
        {
            var middle = low + (high - low) / 2;
            if (_neighbour[middle] == v)
                return middle - _start[u];
            (low, high) = _neighbour[middle] < v ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private static int[] Offsets(int vertexCount, ReadOnlySpan<int> u, ReadOnlySpan<int> v)
    {
        var start = new int[vertexCount + 1];
        for (var e = 0; e < u.Length; e++)
        {
            start[u[e] + 1]++;
            start[v[e] + 1]++;
        }

        for (var i = 0; i < vertexCount; i++)
            start[i + 1] += start[i];
        return start;
    }

    // Two counting passes: first by the far end, then, in that order, by the near end. So each list comes out sorted.
    private void FillSorted(ReadOnlySpan<int> u, ReadOnlySpan<int> v, ReadOnlySpan<long> weight)
    {
        var next = _start.AsSpan(0, VertexCount).ToArray();
        var byFarEnd = new int[2 * EdgeCount];
        for (var e = 0; e < EdgeCount; e++)
        {
            byFarEnd[next[v[e]]++] = e;
            byFarEnd[next[u[e]]++] = ~e;
        }

        _start.AsSpan(0, VertexCount).CopyTo(next);
        foreach (var mark in byFarEnd)
        {
            var e = mark < 0 ? ~mark : mark;
            var (near, far) = mark < 0 ? (v[e], u[e]) : (u[e], v[e]);
            var arc = next[near]++;
            _neighbour[arc] = far;
            _weight[arc] = weight[e];
        }
    }

    private void Validate()
    {
        for (var u = 0; u < VertexCount; u++)
        {
            for (var arc = _start[u]; arc < _start[u + 1]; arc++)
            {
                var v = _neighbour[arc];
                if (arc > _start[u] && _neighbour[arc - 1] == v)
                    throw new GraphException($"Edge {u}-{v} is given twice.");
                if (Value(new Edge(u, v, _weight[arc])) is < -LargestValue or > LargestValue)
                    throw new GraphException($"Edge {u}-{v} with its bonuses is beyond {LargestValue}: sums would not stay exact.");
            }
        }
    }
}
