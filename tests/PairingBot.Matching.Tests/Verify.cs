namespace PairingBot.Matching.Tests;

internal static class Verify
{
    /// <summary>Solves, holds the answer to its own certificate and to the value it claims.</summary>
    public static MatchingResult Solved(Graph graph, bool maximumCardinality = false, string name = "", MatchingResult? start = null)
    {
        var result = MaximumWeightMatching.Solve(graph, maximumCardinality, start);
        var verdict = OptimalityProof.Check(graph, result.Mates, result.Dual);
        Assert.True(verdict.IsValid, $"{name}: {verdict.Reason}");
        Int128 weight = 0;
        foreach (var (u, v) in result.Mates.Pairs)
            weight += graph.Value(u, v)!.Value;
        Assert.Equal(weight, result.Weight);
        return result;
    }

    public static Graph Graph(int vertexCount, params (int U, int V, long Weight)[] edges) =>
        Matching.Graph.FromEdges(vertexCount, edges.Select(e => new Edge(e.U, e.V, e.Weight)));
}
