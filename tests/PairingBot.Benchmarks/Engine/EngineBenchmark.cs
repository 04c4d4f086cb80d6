using System.Globalization;
using PairingBot.Matching;

namespace PairingBot.Benchmarks.Engine;

/// <summary>What to compare with. The best there is: LEMON, and without a C++ compiler or its headers the simple version.</summary>
internal enum Against
{
    BestAtHand,
    Simple,
    Nothing,
}

/// <summary>Times the solver on each family and size against a baseline in the same run (LEMON, or our simple version where there is none), holds both to the same weight and ours to its
/// certificate, and prints one table line each. Processor time on both sides, so other work on the machine matters little. A slow baseline gets fewer
/// runs: as many as fit into the budget, at least one.</summary>
internal static class EngineBenchmark
{
    private const int Runs = 5;
    private const int WarmUps = 60;
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(20);

    public static bool Run(IReadOnlyList<string> families, IReadOnlyList<int> sizes, Against against)
    {
        var baseline = Choose(against);
        var name = baseline?.Name ?? "none";
        Console.WriteLine($"Baseline: {name}.");
        WarmUp();
        Console.WriteLine($"| family | vertices | edges | ours, ms | slowest, ms | proof, ms | {name}, ms | {name} / ours |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var allHold = true;
        foreach (var family in Families.All.Where(f => families.Count == 0 || families.Contains(f.Name)))
        {
            foreach (var size in sizes.Select(size => Math.Min(size, family.MostVertices)).Distinct())
                allHold &= Line(family, family.Make(size).ToGraph(), baseline);
        }

        return allHold;
    }

    private static IBaseline? Choose(Against against) => against switch
    {
        Against.Nothing => null,
        Against.Simple => new SimpleBaseline(),
        _ => (IBaseline?)Lemon.TryBuild(Path.GetFullPath("artifacts/benchmarks")) ?? new SimpleBaseline(),
    };

    // C++ is compiled before; here the first runs would measure the compiler.
    private static void WarmUp()
    {
        Graph[] graphs = [PairingFamilies.Pairing(1_000, 8).ToGraph(), ShapeFamilies.Triangles(3_000, 1).ToGraph(), ShapeFamilies.Onion(1_000, equalWeights: false).ToGraph()];
        for (var i = 0; i < WarmUps; i++)
        {
            foreach (var graph in graphs)
                OptimalityProof.Check(graph, MaximumWeightMatching.Solve(graph).Mates, MaximumWeightMatching.Solve(graph).Dual);
        }
    }

    private static bool Line(Family family, Graph graph, IBaseline? baseline)
    {
        var times = new double[Runs];
        MatchingResult? result = null;
        for (var i = 0; i < Runs; i++)
        {
            var started = ProcessorTime();
            result = MaximumWeightMatching.Solve(graph);
            times[i] = ProcessorTime() - started;
        }

        var proofStarted = ProcessorTime();
        var verdict = OptimalityProof.Check(graph, result!.Mates, result.Dual);
        var proof = ProcessorTime() - proofStarted;
        var other = baseline?.Solve(graph, Runs, Budget);
        var holds = verdict.IsValid && (other is null || other.Value.Weight == result.Weight);
        var theirs = other is null ? (double?)null : Median(other.Value.Milliseconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {family.Name} | {graph.VertexCount} | {graph.EdgeCount} | {Median(times):0.0} | {times.Max():0} | {proof:0.0} | {theirs:0.0} | {theirs / Median(times):0.00} |{(holds ? "" : $" WRONG: {verdict.Reason}")}"));
        return holds;
    }

    private static double ProcessorTime() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);
}
