namespace PairingBot.Matching.Tests;

/// <summary>An earlier answer may only save time: whatever it is, the new one is worth the same as without it, and proved.</summary>
public sealed class WarmStartTests
{
    private const int Graphs = 3_000;

    [Fact]
    public void A_graph_that_changed_a_little_is_solved_as_without_the_earlier_answer() => Parallel.For(0, Graphs, seed =>
    {
        var graph = RandomGraphs.Of(seed, 60);
        var mostPairs = seed % 5 == 0;
        var earlier = MaximumWeightMatching.Solve(graph, mostPairs);
        var random = new Random(seed);
        for (var step = 0; step < 4; step++)
        {
            graph = Changed(graph, random);
            var warm = Verify.Solved(graph, mostPairs, $"seed {seed}, step {step}", earlier);
            var cold = Verify.Solved(graph, mostPairs);
            Assert.True((cold.Weight, mostPairs ? cold.Mates.PairCount : 0) == (warm.Weight, mostPairs ? warm.Mates.PairCount : 0), $"seed {seed}, step {step}");
            earlier = warm;
        }
    });

    [Fact]
    public void An_earlier_answer_that_makes_no_sense_does_no_harm() => Parallel.For(0, Graphs, seed =>
    {
        var graph = RandomGraphs.Of(seed, 60);
        var cold = Verify.Solved(graph);
        Assert.True(Verify.Solved(graph, start: Nonsense(new Random(seed), graph.VertexCount), name: $"seed {seed}").Weight == cold.Weight, $"seed {seed}");
    });

    [Fact]
    public void The_answer_for_most_pairs_helps_where_weight_alone_counts_and_the_other_way_round() => Parallel.For(0, Graphs, seed =>
    {
        var graph = RandomGraphs.Of(seed, 60);
        var (weight, pairs) = (Verify.Solved(graph), Verify.Solved(graph, maximumCardinality: true));
        Assert.True(Verify.Solved(graph, start: pairs, name: $"seed {seed}").Weight == weight.Weight, $"seed {seed}");
        var warm = Verify.Solved(graph, maximumCardinality: true, start: weight, name: $"seed {seed}");
        Assert.True((warm.Mates.PairCount, warm.Weight) == (pairs.Mates.PairCount, pairs.Weight), $"seed {seed}");
    });

    [Fact]
    public void Where_nothing_changed_every_pair_stays() => Parallel.For(0, Graphs, seed =>
    {
        // Distinct weights with one best answer: powers of two, so no two matchings are worth the same.
        var random = new Random(seed);
        var places = Enumerable.Range(0, 40).Select(bit => new Edge(random.Next(30), random.Next(30), 1L << bit)).Where(e => e.U != e.V);
        var graph = Graph.FromEdges(30, places.DistinctBy(e => (Math.Min(e.U, e.V), Math.Max(e.U, e.V))));
        var first = Verify.Solved(graph);
        Assert.Equal(first.Mates.AsSpan(), Verify.Solved(graph, start: first).Mates.AsSpan());
    });

    [Fact]
    public void Prices_with_the_blossoms_folded_in_cover_every_edge_by_themselves() => Parallel.For(0, Graphs, seed =>
    {
        var graph = RandomGraphs.Of(seed, 60);
        var prices = Verify.Solved(graph).Dual.FoldedPrices();
        Assert.All(graph.Edges, e => Assert.True(prices[e.U] + prices[e.V] >= DualSolution.Scale * graph.Value(e), $"seed {seed}"));
    });

    private static Graph Changed(Graph graph, Random random)
    {
        var n = Math.Max(2, graph.VertexCount + random.Next(-1, 2));
        var lost = random.Next(4) == 0 ? random.Next(n) : -1;
        List<Edge> edges = [];
        foreach (var edge in graph.Edges.Where(e => e.U < n && e.V < n && e.U != lost && e.V != lost && random.Next(20) > 0))
            edges.Add(random.Next(20) > 0 ? edge : edge with { Weight = edge.Weight + random.Next(-5, 6) });
        for (var i = random.Next(4); i > 0; i--)
        {
            var (u, v) = (random.Next(n), random.Next(n));
            if (u != v && !edges.Exists(e => (e.U, e.V) == (u, v) || (e.V, e.U) == (u, v)))
                edges.Add(new Edge(u, v, random.Next(1, 1000)));
        }

        var bonus = Enumerable.Range(0, n).Select(v => (v < graph.VertexCount ? graph.Bonus(v) : 0) + (random.Next(10) == 0 ? random.Next(-3, 4) : 0));
        return Graph.FromEdges(n, edges, [.. bonus]);
    }

    // Sizes that do not fit, mates of nobody, blossoms in circles, duals beyond all reason.
    private static MatchingResult Nonsense(Random random, int around)
    {
        var n = Math.Max(0, around + random.Next(-3, 4));
        var blossoms = random.Next(5);
        long[] vertices = [.. Enumerable.Range(0, n).Select(_ => Wild())];
        int[] innermost = [.. Enumerable.Range(0, n).Select(_ => random.Next(-2, 6))];
        int[] parents = [.. Enumerable.Range(0, blossoms).Select(_ => random.Next(-2, 6))];
        var dual = new DualSolution(vertices, innermost, parents, [.. Enumerable.Range(0, blossoms).Select(_ => Wild())], random.Next(2));
        return new MatchingResult(new MateTable([.. Enumerable.Range(0, n).Select(_ => random.Next(-2, n + 2))]), dual, Wild());

        long Wild() => random.Next(4) switch { 0 => random.Next(3), 1 => random.Next(-1000, 1_000_000), 2 => random.NextInt64(), _ => -random.NextInt64() };
    }
}
