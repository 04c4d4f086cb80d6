using System.Diagnostics;
using System.Globalization;
using PairingBot.Matching;

namespace PairingBot.Web.Hosting;

/// <summary>
/// <c>match FILE [--cardinality]</c>: reads a graph as text ("-" is standard input), matches it, checks the proof, prints one line of JSON. What the rounds are planned with, by hand.
/// </summary>
internal static class MatchCommand
{
    public static int Run(string[] words)
    {
        var files = words.Where(word => word != "--cardinality").ToList();
        if (files.Count != 1 || (files[0].StartsWith('-') && files[0] != "-")) return Refuse("Say which file: match FILE [--cardinality]. '-' reads standard input.");
        try
        {
            using var text = files[0] == "-" ? Console.In : File.OpenText(files[0]);
            return Print(DimacsReader.Read(text), words.Contains("--cardinality"));
        }
        catch (Exception wrong) when (wrong is DimacsException or GraphException or IOException or UnauthorizedAccessException)
        {
            return Refuse(wrong.Message);
        }
    }

    private static int Print(Graph graph, bool maximumCardinality)
    {
        var start = Stopwatch.GetTimestamp();
        var result = MaximumWeightMatching.Solve(graph, maximumCardinality);
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var check = OptimalityProof.Check(graph, result.Mates, result.Dual);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $$"""{"vertices":{{graph.VertexCount}},"edges":{{graph.EdgeCount}},"pairs":{{result.Mates.Pairs.Count()}},"weight":{{result.Weight}},"milliseconds":{{milliseconds:0.###}},"proof":"{{(check.IsValid ? "valid" : "refused")}}"}"""));
        return check.IsValid ? 0 : 1;
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }
}
