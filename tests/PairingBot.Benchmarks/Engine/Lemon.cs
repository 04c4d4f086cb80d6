using System.Diagnostics;
using System.Globalization;
using PairingBot.Matching;

namespace PairingBot.Benchmarks.Engine;

/// <summary>LEMON's MaxWeightedMatching in C++, compiled on the spot, for comparison in the same run. Where no compiler or no LEMON is
/// at hand, <see cref="TryBuild"/> gives null and <see cref="SimpleBaseline"/> takes its place.</summary>
internal sealed class Lemon : IBaseline
{
    private const string Source = """
        #include <ctime>
        #include <cstdint>
        #include <cstdio>
        #include <cstdlib>
        #include <vector>
        #include <lemon/smart_graph.h>
        #include <lemon/matching.h>
        int main(int, char** a) {
          std::FILE* f = std::fopen(a[1], "rb");
          int64_t head[2];
          if (!f || std::fread(head, 8, 2, f) != 2) return 1;
          std::vector<int64_t> e(3 * head[1]);
          if (std::fread(e.data(), 8, e.size(), f) != e.size()) return 1;
          lemon::SmartGraph g;
          g.reserveNode(head[0]);
          g.reserveEdge(head[1]);
          for (int64_t i = 0; i < head[0]; i++) g.addNode();
          lemon::SmartGraph::EdgeMap<int64_t> w(g);
          for (int64_t i = 0; i < head[1]; i++)
            w[g.addEdge(g.nodeFromId(e[3 * i]), g.nodeFromId(e[3 * i + 1]))] = e[3 * i + 2];
          double spent = 0;
          for (int i = 0; i < std::atoi(a[2]) && (i == 0 || spent < std::atof(a[3])); i++) {
            std::clock_t t = std::clock();
            lemon::MaxWeightedMatching<lemon::SmartGraph, lemon::SmartGraph::EdgeMap<int64_t>> m(g, w);
            m.run();
            double ms = 1000.0 * (std::clock() - t) / CLOCKS_PER_SEC;
            spent += ms;
            std::printf("%lld %.3f\n", (long long)m.matchingWeight(), ms);
          }
        }
        """;

    private readonly string _folder;

    private Lemon(string folder) => _folder = folder;

    public static Lemon? TryBuild(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "lemon.cpp"), Source);
        try
        {
            return Run(folder, "g++ -O2 -w -o lemon lemon.cpp") is null ? null : new Lemon(folder);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public string Name => "LEMON";

    public (Int128 Weight, double[] Milliseconds)? Solve(Graph graph, int runs, TimeSpan budget)
    {
        Write(graph, Path.Combine(_folder, "graph.bin"));
        // It recurses as deep as blossoms nest: with the usual stack it crashes on several families.
        var seconds = budget.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
        var output = Run(_folder, $"ulimit -s unlimited; ./lemon graph.bin {runs} {seconds}");
        if (output is null)
            return null;
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToArray();
        return (Int128.Parse(lines[0][0], CultureInfo.InvariantCulture), [.. lines.Select(line => double.Parse(line[1], CultureInfo.InvariantCulture))]);
    }

    private static void Write(Graph graph, string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write((long)graph.VertexCount);
        writer.Write((long)graph.EdgeCount);
        foreach (var edge in graph.Edges)
        {
            writer.Write((long)edge.U);
            writer.Write((long)edge.V);
            writer.Write(graph.Value(edge));
        }
    }

    private static string? Run(string folder, string command)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }
}
