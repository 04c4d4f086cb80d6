using System.Numerics;

namespace PairingBot.Matching.Tests;

/// <summary>The best value over all matchings of up to a dozen vertices, by trying each choice for the lowest vertex left.</summary>
internal static class BruteForce
{
    /// <summary>Far above any value in these tests: with most pairs asked for, each pair is worth this much more.</summary>
    private const long PerPair = 1L << 40;

    public static (int Pairs, long Weight) BestWithMostPairs(Graph graph)
    {
        var best = Best(graph, PerPair);
        var pairs = (int)((best + PerPair / 2) / PerPair);
        return (pairs, best - pairs * PerPair);
    }

    public static long Best(Graph graph, long perPair = 0)
    {
        var n = graph.VertexCount;
        var value = new long?[n, n];
        foreach (var edge in graph.Edges)
            value[edge.U, edge.V] = graph.Value(edge) + perPair;
        Span<long> best = stackalloc long[1 << n];
        for (var left = 1; left < 1 << n; left++)
        {
            var u = BitOperations.TrailingZeroCount(left);
            var others = left & (left - 1);
            var most = best[others];
            for (var rest = others; rest != 0; rest &= rest - 1)
            {
                var v = BitOperations.TrailingZeroCount(rest);
                if (value[u, v] is { } gain)
                    most = Math.Max(most, gain + best[others & ~(1 << v)]);
            }

            best[left] = most;
        }

        return best[(1 << n) - 1];
    }
}
