namespace PairingBot.Benchmarks.Engine;

/// <summary>A kind of graph, how to make one of about a size, and up to which size it is worth making.</summary>
internal sealed record Family(string Name, int MostVertices, Func<int, EdgeList> Make);

/// <summary>The list of families, from the product's own to the adversarial.</summary>
internal static class Families
{
    private const int Largest = 100_000;

    public static readonly Family[] All =
    [
        new("pairing-16", Largest, n => PairingFamilies.Pairing(n, 16)),
        new("pairing-32", Largest, n => PairingFamilies.Pairing(n, 32)),
        new("full", Largest, PairingFamilies.Full),
        new("full-odd", Largest, n => PairingFamilies.Full(n - 1)),
        new("ties", Largest, PairingFamilies.Ties),
        new("givers", Largest, PairingFamilies.Givers),
        new("dense", 5_000, PairingFamilies.Dense),
        new("random", Largest, n => ShapeFamilies.Random(n, 10, 1_000_000)),
        new("unit", Largest, n => ShapeFamilies.Random(n, 3, 1)),
        new("geo", Largest, ShapeFamilies.Geo),
        new("cliques", Largest, ShapeFamilies.Cliques),
        new("chain", Largest, ShapeFamilies.Chain),
        new("tri1", Largest, n => ShapeFamilies.Triangles(n, 1)),
        new("tri3", Largest, n => ShapeFamilies.Triangles(n, 3)),
        new("hardcard", 1_500, ShapeFamilies.HardCardinality),
        new("sparse-delta", 40_000, ShapeFamilies.SparseDelta),
        new("onion", Largest, n => ShapeFamilies.Onion(n, equalWeights: false)),
        new("onion-flat", Largest, n => ShapeFamilies.Onion(n, equalWeights: true)),
    ];
}
