using PairingBot.Matching;
using PairingBot.Matching.Tests;

namespace PairingBot.Benchmarks.Engine;

/// <summary>What our solver is compared with in the same run.</summary>
internal interface IBaseline
{
    string Name { get; }

    /// <summary>The weight found and the time of each run: as many as asked for, or as fit into the budget. Null where it cannot.</summary>
    (Int128 Weight, double[] Milliseconds)? Solve(Graph graph, int runs, TimeSpan budget);
}

/// <summary>Our own plain O(n³) version, for machines without a C++ compiler or LEMON. Only small graphs are feasible.</summary>
internal sealed class SimpleBaseline : IBaseline
{
    // Vertices times edges: somewhat more than the families have at a thousand vertices.
    private const long MostWork = 40_000_000;

    public string Name => "simple O(n³)";

    public (Int128 Weight, double[] Milliseconds)? Solve(Graph graph, int runs, TimeSpan budget)
    {
        if ((long)graph.VertexCount * graph.EdgeCount > MostWork)
            return null;
        List<double> times = [];
        Int128 weight = 0;
        while (times.Count < runs && (times.Count == 0 || times.Sum() < budget.TotalMilliseconds))
        {
            var started = Environment.CpuUsage.TotalTime;
            var (mates, _) = new SimpleMatching(graph, bonus: 0).Run();
            times.Add((Environment.CpuUsage.TotalTime - started).TotalMilliseconds);
            weight = mates.Pairs.Aggregate((Int128)0, (sum, pair) => sum + graph.Value(pair.U, pair.V)!.Value);
        }

        return (weight, [.. times]);
    }
}
