namespace PairingBot.Matching.Tests;

/// <summary>Shapes that broke other matchers, small enough to compare with trying everything.</summary>
public sealed class NastyStructureTests
{
    public static TheoryData<string, int, (int, int, long)[]> Shapes => new()
    {
        { "nothing", 0, [] },
        { "vertices without edges", 3, [] },
        { "one edge", 2, [(0, 1, 1)] },
        { "only losing edges", 4, [(0, 1, -1), (1, 2, -2), (2, 3, 0)] },
        { "the middle beats both ends", 4, [(0, 1, 5), (1, 2, 11), (2, 3, 5)] },
        { "a blossom used for augmenting", 6, [(0, 1, 8), (0, 2, 9), (1, 2, 10), (2, 3, 7), (0, 5, 5), (3, 4, 6)] },
        { "an outer blossom entered as inner", 6, [(0, 1, 9), (0, 2, 8), (1, 2, 10), (0, 3, 5), (3, 4, 4), (0, 5, 3)] },
        { "an inner blossom that expands", 8, [(0, 1, 23), (0, 4, 22), (0, 5, 15), (1, 2, 25), (2, 3, 22), (3, 4, 25), (3, 7, 14), (4, 6, 13)] },
        { "nested blossoms, used for augmenting", 6, [(0, 1, 9), (0, 2, 9), (1, 2, 10), (1, 3, 8), (2, 4, 8), (3, 4, 10), (4, 5, 6)] },
        { "nested blossoms, the outer one relabelled", 8, [(0, 1, 10), (0, 6, 10), (1, 2, 12), (2, 3, 20), (2, 4, 20), (3, 4, 25), (4, 5, 10), (5, 6, 10), (6, 7, 8)] },
        { "nested blossoms that expand together", 8, [(0, 1, 8), (0, 2, 8), (1, 2, 10), (1, 3, 12), (2, 4, 12), (3, 4, 14), (3, 5, 12), (4, 6, 12), (5, 6, 14), (6, 7, 12)] },
        { "an inner blossom relabelled in two ways", 10, [(0, 1, 45), (0, 4, 45), (1, 2, 50), (2, 3, 45), (3, 4, 50), (0, 5, 30), (2, 8, 35), (3, 7, 35), (4, 6, 26), (8, 9, 5)] },
        { "an inner blossom whose leftovers join later", 10, [(0, 1, 45), (0, 4, 45), (1, 2, 50), (2, 3, 45), (3, 4, 50), (0, 5, 30), (2, 8, 35), (3, 7, 26), (4, 6, 40), (8, 9, 5)] },
        { "an inner blossom with a blossom as child", 12, [(0, 1, 40), (0, 2, 40), (1, 2, 60), (1, 3, 55), (2, 4, 55), (3, 4, 50), (0, 7, 15), (4, 6, 30), (6, 5, 10), (7, 9, 10), (3, 8, 30), (10, 11, 1)] },
        { "two odd groups and one thin bridge", 10, [(0, 1, 9), (1, 2, 9), (2, 0, 9), (2, 3, 9), (3, 4, 9), (4, 2, 9), (4, 5, 1), (5, 6, 9), (6, 7, 9), (7, 5, 9), (7, 8, 9), (8, 9, 9), (9, 7, 9)] },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_nasty_shape_is_solved_as_by_trying_everything(string name, int vertices, (int, int, long)[] edges)
    {
        var graph = Verify.Graph(vertices, edges);
        Assert.Equal((Int128)BruteForce.Best(graph), Verify.Solved(graph, name: name).Weight);
        var (pairs, weight) = BruteForce.BestWithMostPairs(graph);
        var widest = Verify.Solved(graph, maximumCardinality: true, name);
        Assert.Equal((pairs, weight), (widest.Mates.PairCount, (long)widest.Weight));
    }
}
