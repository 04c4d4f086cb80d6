using PairingBot.Matching;

namespace PairingBot.Benchmarks.Engine;

/// <summary>A graph on its way into the solvers: columns, an edge at most once, bonuses apart.</summary>
internal sealed class EdgeList(int vertexCount)
{
    // By u * n + v. Two halves of a long would be hashed to u xor v, which is the same for most edges between close numbers.
    private readonly Dictionary<long, int> _weights = [];

    public int VertexCount { get; } = vertexCount;

    public int Count => _weights.Count;

    public long[] Bonus { get; } = new long[vertexCount];

    /// <summary>Adds the edge unless it is there or a loop.</summary>
    public void Add(int u, int v, int weight)
    {
        if (u != v)
            _weights.TryAdd((long)Math.Min(u, v) * VertexCount + Math.Max(u, v), weight);
    }

    public Graph ToGraph()
    {
        var builder = new GraphBuilder(VertexCount);
        foreach (var (key, weight) in _weights)
            builder.AddEdge((int)(key / VertexCount), (int)(key % VertexCount), weight);
        for (var v = 0; v < VertexCount; v++)
            builder.SetBonus(v, Bonus[v]);
        return builder.Build();
    }
}
