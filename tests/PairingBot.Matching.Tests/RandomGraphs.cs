namespace PairingBot.Matching.Tests;

/// <summary>Small graphs of every temper, each fully told by its seed.</summary>
internal static class RandomGraphs
{
    public static Graph Of(int seed, int mostVertices)
    {
        var random = new Random(seed);
        var n = random.Next(mostVertices + 1);
        var density = (random.Next(4) switch { 0 => 1.5, 1 => 2.5, 2 => 4, _ => 1 + random.NextDouble() * n }) / Math.Max(1, n - 1);
        var (low, high) = random.Next(6) switch { 0 => (1, 2), 1 => (1, 4), 2 => (-3, 4), 3 => (0, 3), 4 => (1, 1000), _ => (-500, 1_000_000) };
        List<Edge> edges = [];
        for (var u = 0; u < n; u++)
        {
            for (var v = u + 1; v < n; v++)
            {
                if (random.NextDouble() < density)
                    edges.Add(new Edge(u, v, random.Next(low, high)));
            }
        }

        return Graph.FromEdges(n, edges, Bonuses(random, n));
    }

    private static long[] Bonuses(Random random, int n)
    {
        var bonus = new long[n];
        var (low, high) = random.Next(4) switch { 0 => (100, 103), 1 => (-2, 3), _ => (0, 1) };
        for (var v = 0; v < n; v++)
            bonus[v] = random.Next(low, high);
        return bonus;
    }
}
