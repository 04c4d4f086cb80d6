namespace PairingBot.Matching.Tests;

/// <summary>What a caller may count on besides the answer; and graphs large enough for what small ones never show.</summary>
public sealed class SearchTests
{
    [Fact]
    public void The_same_graph_gives_the_same_answer_every_time()
    {
        var graph = Large(20_000);
        var first = MaximumWeightMatching.Solve(graph);
        var second = MaximumWeightMatching.Solve(graph);
        Assert.Equal(first.Mates.AsSpan(), second.Mates.AsSpan());
        Assert.Equal(first.Dual.VertexDuals, second.Dual.VertexDuals);
        Assert.Equal(first.Dual.BlossomDuals, second.Dual.BlossomDuals);
    }

    [Fact]
    public void A_cancelled_search_ends()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => MaximumWeightMatching.Solve(Large(20_000), cancellationToken: cancellation.Token));
    }

    [Fact]
    public void A_search_tells_how_many_vertices_are_still_open()
    {
        var reports = new Reports();
        MaximumWeightMatching.Solve(Large(20_000), progress: reports);
        Assert.Equal(reports.Seen.OrderDescending(), reports.Seen);
        Assert.True(reports.Seen.Count > 3);
    }

    // Alternating weights in triangles around triangles: half as many layers as vertices, which recursion would not survive.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_nest_of_a_hundred_thousand_blossoms_is_solved(bool equalWeights)
    {
        const int Count = 200_001;
        var builder = new GraphBuilder(Count).AddEdge(0, 2, Weight(0)).AddEdge(0, 1, Weight(0)).AddEdge(1, 2, Weight(0));
        for (var v = 3; v + 1 < Count; v += 2)
            builder.AddEdge(v - 2, v, Weight(v)).AddEdge(v, v + 1, Weight(v)).AddEdge(v - 1, v + 1, Weight(v));
        Assert.Equal(Count / 2, Verify.Solved(builder.Build()).Mates.PairCount);

        long Weight(int v) => equalWeights ? 1 : 4L * (Count - v);
    }

    [Fact]
    public void Vertices_without_edges_cost_little()
    {
        var graph = Graph.FromEdges(1_000_000, [new Edge(7, 999_999, 5)]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal([(7, 999_999)], MaximumWeightMatching.Solve(graph).Mates.Pairs);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 80_000_000);
    }

    [Fact]
    public void A_long_odd_chain_leaves_out_one_vertex()
    {
        const int Count = 100_001;
        var builder = new GraphBuilder(Count);
        for (var v = 0; v + 1 < Count; v++)
            builder.AddEdge(v, v + 1, 10);
        Assert.Equal(Count / 2, Verify.Solved(builder.Build()).Mates.PairCount);
    }

    [Fact]
    public void Vertex_bonuses_and_the_same_numbers_in_the_weights_are_worth_the_same()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var graph = RandomGraphs.Of(seed, 60);
            var plain = Graph.FromEdges(graph.VertexCount, graph.Edges.Select(e => e with { Weight = graph.Value(e) }));
            Assert.Equal(Verify.Solved(plain).Weight, Verify.Solved(graph).Weight);
        }
    }

    [Fact]
    public void Weights_too_wide_for_half_words_are_solved_as_their_small_likeness()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var graph = RandomGraphs.Of(seed, 60);
            var wide = Graph.FromEdges(
                graph.VertexCount, graph.Edges.Select(e => e with { Weight = e.Weight << 30 }),
                [.. Enumerable.Range(0, graph.VertexCount).Select(v => graph.Bonus(v) << 30)]);
            Assert.Equal(Verify.Solved(graph).Weight << 30, Verify.Solved(wide).Weight);
        }
    }

    private static Graph Large(int n)
    {
        var random = new Random(1);
        var edges = new HashSet<(int U, int V)>();
        while (edges.Count < 5 * n)
        {
            var (u, v) = (random.Next(n), random.Next(n));
            if (u < v)
                edges.Add((u, v));
        }

        return Graph.FromEdges(n, edges.Select(e => new Edge(e.U, e.V, random.Next(1, 1000))));
    }

    private sealed class Reports : IProgress<MatchingProgress>
    {
        public List<int> Seen { get; } = [];

        public void Report(MatchingProgress value) => Seen.Add(value.OpenVertices);
    }
}
