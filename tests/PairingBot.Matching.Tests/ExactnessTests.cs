namespace PairingBot.Matching.Tests;

public sealed class ExactnessTests
{
    private const int Graphs = 100_000;

    [Fact]
    public void A_hundred_thousand_small_graphs_are_solved_as_by_trying_everything() => Parallel.For(0, Graphs, seed =>
    {
        var graph = RandomGraphs.Of(seed, 10);
        var result = Verify.Solved(graph, name: $"seed {seed}");
        Assert.True(BruteForce.Best(graph) == result.Weight, $"seed {seed}");
    });

    [Fact]
    public void Most_pairs_first_is_solved_as_by_trying_everything() => Parallel.For(0, Graphs / 5, seed =>
    {
        var graph = RandomGraphs.Of(seed, 10);
        var result = Verify.Solved(graph, maximumCardinality: true, name: $"seed {seed}");
        var (pairs, weight) = BruteForce.BestWithMostPairs(graph);
        Assert.True((pairs, weight) == (result.Mates.PairCount, (long)result.Weight), $"seed {seed}");
    });
}
