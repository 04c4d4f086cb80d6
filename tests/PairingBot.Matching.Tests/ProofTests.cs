namespace PairingBot.Matching.Tests;

/// <summary>The checker accepts what is optimal and refuses each way of being wrong.</summary>
public sealed class ProofTests
{
    // A triangle of equal edges with a tail: one vertex stays alone, the odd set carries a dual.
    private static readonly Graph Triangle = Verify.Graph(3, (0, 1, 10), (1, 2, 10), (2, 0, 10));

    [Fact]
    public void An_odd_set_proves_that_a_triangle_holds_one_pair()
    {
        var dual = new DualSolution([0, 0, 0], [0, 0, 0], [-1], [40]);
        Assert.True(OptimalityProof.Check(Triangle, new MateTable([1, 0, -1]), dual).IsValid);
    }

    [Theory]
    [InlineData(new[] { 1, 2, 0 }, "other way round")]
    [InlineData(new[] { -1, -1, -1 }, "reaches")]
    [InlineData(new[] { 7, -1, -1 }, "other way round")]
    [InlineData(new[] { 1, 0 }, "differ in size")]
    public void A_wrong_matching_is_refused(int[] mates, string reason)
    {
        var dual = new DualSolution([0, 0, 0], [0, 0, 0], [-1], [40]);
        var verdict = OptimalityProof.Check(Triangle, new MateTable(mates), dual);
        Assert.False(verdict.IsValid);
        Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new long[] { 1, 0, 0 }, new[] { 0, 0, 0 }, new[] { -1 }, new long[] { 40 }, "allows")]
    [InlineData(new long[] { -1, 1, 1 }, new[] { 0, 0, 0 }, new[] { -1 }, new long[] { 40 }, "negative")]
    [InlineData(new long[] { 0, 0, 0 }, new[] { 0, 0, 0 }, new[] { -1 }, new long[] { 39 }, "cover")]
    [InlineData(new long[] { 0, 0, 0 }, new[] { 0, 0, -1 }, new[] { -1 }, new long[] { 40 }, "even")]
    [InlineData(new long[] { 0, 0, 0 }, new[] { 0, 0, 0 }, new[] { 0 }, new long[] { 40 }, "higher numbers")]
    [InlineData(new long[] { 20, 20, 20 }, new[] { 0, 0, 0 }, new[] { -1 }, new long[] { -20 }, "negative")]
    [InlineData(new long[] { 0, 0, 0 }, new[] { 0, 0, 5 }, new[] { -1 }, new long[] { 40 }, "not listed")]
    public void A_wrong_certificate_is_refused(long[] vertices, int[] innermost, int[] parents, long[] blossoms, string reason)
    {
        var verdict = OptimalityProof.Check(Triangle, new MateTable([1, 0, -1]), new DualSolution(vertices, innermost, parents, blossoms));
        Assert.False(verdict.IsValid);
        Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bonus_too_small_to_put_most_pairs_first_is_refused()
    {
        var graph = Verify.Graph(4, (0, 1, 5), (1, 2, 11), (2, 3, 5));
        var best = MaximumWeightMatching.Solve(graph);
        var dual = best.Dual;
        var claim = new DualSolution([.. dual.VertexDuals.ToArray().Select(y => y + 4)], dual.InnermostBlossoms, dual.BlossomParents, dual.BlossomDuals, 1);
        Assert.False(OptimalityProof.Check(graph, best.Mates, claim).IsValid);
    }

    [Fact]
    public void Every_small_change_of_a_certificate_is_refused()
    {
        var (mutants, refused) = (0, 0);
        for (var seed = 0; seed < 200; seed++)
        {
            var graph = RandomGraphs.Of(seed, 30);
            var result = Verify.Solved(graph);
            foreach (var (mates, dual) in Mutants.Of(result, seed))
            {
                mutants++;
                refused += OptimalityProof.Check(graph, mates, dual).IsValid ? 0 : 1;
            }
        }

        Assert.True(mutants > 5_000, $"only {mutants} mutants");
        Assert.Equal(mutants, refused);
    }
}
