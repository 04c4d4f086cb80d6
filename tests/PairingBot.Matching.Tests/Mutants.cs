namespace PairingBot.Matching.Tests;

/// <summary>Certificates with one thing changed. Each is wrong for certain: the dual total no longer equals the value reached, or
/// the matching is none or worth less than its proven bound.</summary>
internal static class Mutants
{
    public static IEnumerable<(MateTable Mates, DualSolution Dual)> Of(MatchingResult result, int seed)
    {
        var random = new Random(seed);
        var dual = result.Dual;
        for (var v = 0; v < dual.VertexCount; v++)
            yield return (result.Mates, With(dual, vertex: v, by: random.Next(1, 9) * (random.Next(2) * 2 - 1)));
        for (var b = 0; b < dual.BlossomCount; b++)
        {
            yield return (result.Mates, With(dual, blossom: b, by: random.Next(1, 9) * (random.Next(2) * 2 - 1)));
            var parents = dual.BlossomParents.ToArray();
            parents[b] = b;
            yield return (result.Mates, new DualSolution(dual.VertexDuals, dual.InnermostBlossoms, parents, dual.BlossomDuals, dual.CardinalityBonus));
        }

        foreach (var (u, v) in result.Mates.Pairs.Where(pair => dual.VertexDuals[pair.U] + dual.VertexDuals[pair.V] > 0))
        {
            var mates = result.Mates.AsSpan().ToArray();
            (mates[u], mates[v]) = (MateTable.None, MateTable.None);
            yield return (new MateTable(mates), dual);
            mates[u] = v;
            yield return (new MateTable(mates), dual);
        }
    }

    private static DualSolution With(DualSolution dual, int vertex = -1, int blossom = -1, long by = 0)
    {
        var vertices = dual.VertexDuals.ToArray();
        var blossoms = dual.BlossomDuals.ToArray();
        if (vertex >= 0)
            vertices[vertex] += by;
        if (blossom >= 0)
            blossoms[blossom] += by;
        return new DualSolution(vertices, dual.InnermostBlossoms, dual.BlossomParents, blossoms, dual.CardinalityBonus);
    }
}
