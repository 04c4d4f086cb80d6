using System.Diagnostics;
using System.Globalization;
using PairingBot.Matching;

namespace PairingBot.Benchmarks.Engine;

/// <summary>The greatest memory of a process that reads a graph, solves it and checks the proof, and does nothing else: so a family is
/// first written to a file by another process.</summary>
internal static class MemoryBenchmark
{
    public static void Write(string family, int size, string path)
    {
        var graph = Families.All.Single(f => f.Name == family).Make(size).ToGraph();
        using var writer = new StreamWriter(path);
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p edge {graph.VertexCount} {graph.EdgeCount}"));
        for (var v = 0; v < graph.VertexCount; v++)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"n {v + 1} {graph.Bonus(v)}"));
        foreach (var edge in graph.Edges)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"e {edge.U + 1} {edge.V + 1} {graph.Value(edge)}"));
    }

    public static bool Measure(string path)
    {
        using var text = new StreamReader(path);
        var graph = DimacsReader.Read(text);
        var result = MaximumWeightMatching.Solve(graph);
        var verdict = OptimalityProof.Check(graph, result.Mates, result.Dual);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{graph.VertexCount} vertices, {graph.EdgeCount} edges: {result.Mates.PairCount} pairs, weight {result.Weight}, proof {verdict.Reason}, peak {process.PeakWorkingSet64 >> 20} MB"));
        return verdict.IsValid;
    }
}
