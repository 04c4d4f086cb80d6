using System.Runtime.InteropServices;

namespace PairingBot.Matching;

/// <summary>What a check of a certificate found: valid, or the first reason why not.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ProofVerdict(bool IsValid, string Reason)
{
    internal static ProofVerdict Refused(string reason) => new(false, reason);
}

/// <summary>Checks that a matching is the best of all, from its certificate alone. It shares no code and no data with the solver.
/// <para>Why it is enough. Take any matching N. Each vertex is in at most one of its pairs, and an odd set B holds at most
/// (|B|-1)/2 of them. So if the duals are not negative and cover each edge, then
/// Scale * value(N) &lt;= sum over pairs of their cover &lt;= sum of vertex duals + sum of (|B|-1)/2 * dual(B), a number that does not
/// depend on N. If our matching reaches that number, no matching is better. Those are the checks below, in this order.</para>
/// <para>With most pairs asked for first, every vertex carries an extra bonus K. One more pair is then worth 2K more, and the last
/// check shows 2K to exceed any difference that the other values can make: the best matching has the most pairs, and among
/// those the highest value.</para></summary>
public static class OptimalityProof
{
    public static ProofVerdict Check(Graph graph, MateTable mates, DualSolution dual)
    {
        if (mates.VertexCount != graph.VertexCount || dual.VertexCount != graph.VertexCount
            || dual.InnermostBlossoms.Length != graph.VertexCount || dual.BlossomDuals.Length != dual.BlossomCount)
            return ProofVerdict.Refused("The graph, the matching and the certificate differ in size.");
        var reason = WhyNoMatching(graph, mates)
            ?? WhyNoForest(dual)
            ?? WhyNotCovered(graph, dual)
            ?? WhyNotEqual(graph, mates, dual)
            ?? WhyNotMostPairsFirst(graph, dual);
        return reason is null ? new ProofVerdict(true, "valid") : ProofVerdict.Refused(reason);
    }

    private static string? WhyNoMatching(Graph graph, MateTable mates)
    {
        for (var u = 0; u < graph.VertexCount; u++)
        {
            var v = mates[u];
            if (v == MateTable.None)
                continue;
            if ((uint)v >= (uint)graph.VertexCount || mates[v] != u)
                return $"Vertex {u} has the mate {v}, but not the other way round.";
            if (graph.Value(u, v) is null)
                return $"The pair {u}-{v} is not an edge.";
        }

        return null;
    }

    // Parents have higher numbers, so there is no circle; every set has an odd number of vertices, as the counting argument needs.
    private static string? WhyNoForest(DualSolution dual)
    {
        for (var b = 0; b < dual.BlossomCount; b++)
        {
            var parent = dual.BlossomParents[b];
            if (parent != DualSolution.None && (parent <= b || parent >= dual.BlossomCount))
                return $"Blossom {b} lies in {parent}: parents must have higher numbers.";
            if (dual.BlossomDuals[b] < 0)
                return $"Blossom {b} has a negative dual.";
        }

        for (var v = 0; v < dual.VertexCount; v++)
        {
            if (dual.InnermostBlossoms[v] < DualSolution.None || dual.InnermostBlossoms[v] >= dual.BlossomCount)
                return $"Vertex {v} lies in blossom {dual.InnermostBlossoms[v]}, which is not listed.";
            if (dual.VertexDuals[v] < 0)
                return $"Vertex {v} has a negative dual.";
        }

        var even = Array.FindIndex(BlossomSizes(dual), size => size % 2 == 0);
        return even < 0 ? null : $"Blossom {even} holds an even number of vertices.";
    }

    private static string? WhyNotCovered(Graph graph, DualSolution dual)
    {
        for (var u = 0; u < graph.VertexCount; u++)
        {
            var neighbours = graph.Neighbours(u);
            var weights = graph.Weights(u);
            for (var i = 0; i < neighbours.Length && neighbours[i] < u; i++)
            {
                if (dual.EdgeSlack(u, neighbours[i], graph.Value(new Edge(u, neighbours[i], weights[i]))) < 0)
                    return $"The duals do not cover edge {neighbours[i]}-{u}.";
            }
        }

        return null;
    }

    private static string? WhyNotEqual(Graph graph, MateTable mates, DualSolution dual)
    {
        Int128 reached = 0;
        foreach (var (u, v) in mates.Pairs)
            reached += graph.Value(u, v)!.Value + 2 * (Int128)dual.CardinalityBonus;
        Int128 bound = 0;
        foreach (var y in dual.VertexDuals)
            bound += y;
        var sizes = BlossomSizes(dual);
        for (var b = 0; b < sizes.Length; b++)
            bound += (Int128)dual.BlossomDuals[b] * ((sizes[b] - 1) / 2);
        return bound == DualSolution.Scale * reached
            ? null
            : $"The matching reaches {DualSolution.Scale * reached}, the certificate allows {bound}.";
    }

    // Two matchings differ in value by at most half the vertices times the range of values (0 included).
    private static string? WhyNotMostPairsFirst(Graph graph, DualSolution dual)
    {
        if (dual.CardinalityBonus == 0)
            return null;
        Int128 lowest = 0, highest = 0;
        foreach (var edge in graph.Edges)
        {
            lowest = Int128.Min(lowest, graph.Value(edge));
            highest = Int128.Max(highest, graph.Value(edge));
        }

        return 2 * (Int128)dual.CardinalityBonus > graph.VertexCount / 2 * (highest - lowest)
            ? null
            : "The bonus for a further pair is too small to put most pairs first.";
    }

    private static long[] BlossomSizes(DualSolution dual)
    {
        var sizes = new long[dual.BlossomCount];
        foreach (var b in dual.InnermostBlossoms)
        {
            if (b != DualSolution.None)
                sizes[b]++;
        }

        for (var b = 0; b < sizes.Length; b++)
        {
            if (dual.BlossomParents[b] != DualSolution.None)
                sizes[dual.BlossomParents[b]] += sizes[b];
        }

        return sizes;
    }
}
