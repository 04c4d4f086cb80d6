namespace PairingBot.Matching;

/// <summary>The extra bonus for every vertex that makes one more pair outweigh anything the values of the edges can do.</summary>
internal static class CardinalityBonus
{
    public static long Of(Graph graph)
    {
        long lowest = 0, highest = 0;
        for (var u = 0; u < graph.VertexCount; u++)
        {
            var neighbours = graph.Neighbours(u);
            var weights = graph.Weights(u);
            for (var i = 0; i < neighbours.Length && neighbours[i] < u; i++)
            {
                var value = graph.Value(new Edge(u, neighbours[i], weights[i]));
                (lowest, highest) = (Math.Min(lowest, value), Math.Max(highest, value));
            }
        }

        // Two matchings differ by at most half the vertices times the range; twice the bonus must exceed that.
        var bonus = (Int128)(graph.VertexCount / 2) * ((Int128)highest - lowest) / 2 + 1;
        if (2 * bonus + highest > Graph.LargestValue)
            throw new GraphException(
                $"Edge values from {lowest} to {highest} on {graph.VertexCount} vertices are too large to put most pairs first exactly.");
        return (long)bonus;
    }
}
