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
    public void A_thousand_larger_graphs_are_solved_as_by_an_independent_solver() => Parallel.For(0, 1_000, seed =>
    {
        var graph = RandomGraphs.Of(1_000_000 + seed, 300);
        var mostPairs = seed % 4 == 0;
        var result = Verify.Solved(graph, mostPairs, $"seed {seed}");
        var (mates, dual) = new SimpleMatching(graph, result.Dual.CardinalityBonus).Run();
        Assert.True(OptimalityProof.Check(graph, mates, dual).IsValid, $"seed {seed}");
        Int128 weight = 0;
        foreach (var (u, v) in mates.Pairs)
            weight += graph.Value(u, v)!.Value;
        Assert.True((mates.PairCount, weight) == (mostPairs ? result.Mates.PairCount : mates.PairCount, result.Weight), $"seed {seed}");
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
