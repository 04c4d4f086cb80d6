namespace PairingBot.Matching.Tests;

public sealed class GraphTests
{
    [Fact]
    public void A_loop_is_refused_by_name() =>
        Assert.Contains("2-2", Assert.Throws<GraphException>(() => Verify.Graph(3, (2, 2, 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_edge_given_twice_is_refused_by_name() =>
        Assert.Contains("0-1", Assert.Throws<GraphException>(() => Verify.Graph(3, (0, 1, 5), (1, 0, 5))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 3)]
    [InlineData(-1, 0)]
    public void A_vertex_that_does_not_exist_is_refused(int u, int v) =>
        Assert.Contains($"{u}-{v}", Assert.Throws<GraphException>(() => Verify.Graph(3, (u, v, 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_weight_beyond_exact_sums_is_refused() =>
        Assert.Contains("0-1", Assert.Throws<GraphException>(() => Verify.Graph(2, (0, 1, long.MinValue))).Message, StringComparison.Ordinal);

    [Fact]
    public void Bonuses_that_lift_an_edge_beyond_exact_sums_are_refused() => Assert.Contains(
        "0-1",
        Assert.Throws<GraphException>(() => Graph.FromEdges(2, [new Edge(0, 1, 1)], [Graph.LargestValue, 0])).Message.Replace("1-0", "0-1", StringComparison.Ordinal),
        StringComparison.Ordinal);

    [Fact]
    public void Values_too_large_to_put_most_pairs_first_are_refused()
    {
        var graph = Verify.Graph(1000, (0, 1, Graph.LargestValue), (1, 2, -Graph.LargestValue));
        Assert.Throws<GraphException>(() => MaximumWeightMatching.Solve(graph, maximumCardinality: true));
    }

    [Fact]
    public void The_largest_values_are_still_solved_exactly()
    {
        var most = Graph.LargestValue;
        var graph = Verify.Graph(6, (0, 1, most), (1, 2, most), (2, 0, most - 1), (2, 3, most - 3), (3, 4, most), (4, 5, 1), (3, 5, most - 2));
        Assert.Equal((Int128)BruteForce.Best(graph), Verify.Solved(graph).Weight);
    }

    [Fact]
    public void The_order_in_which_edges_come_does_not_show()
    {
        var graph = RandomGraphs.Of(17, 40);
        var turned = Graph.FromEdges(
            graph.VertexCount, graph.Edges.Reverse().Select(e => new Edge(e.V, e.U, e.Weight)),
            [.. Enumerable.Range(0, graph.VertexCount).Select(graph.Bonus)]);
        Assert.Equal(graph.Edges, turned.Edges);
        Assert.Equal(Verify.Solved(graph).Mates.Pairs, Verify.Solved(turned).Mates.Pairs);
    }

    [Fact]
    public void An_edge_is_worth_its_weight_and_the_bonuses_of_its_ends()
    {
        var graph = Graph.FromEdges(3, [new Edge(0, 2, 5)], [10, 20, 30]);
        Assert.Equal(45, graph.Value(2, 0));
        Assert.Null(graph.Value(0, 1));
    }
}
