namespace PairingBot.Domain.Matchmaking;

/// <summary>The largest flow through a network, by Dinic's method: shortest ways first, all of one length at a time.</summary>
internal sealed class MaximumFlow(int nodes)
{
    private readonly List<int> heads = [];
    private readonly List<int> capacities = [];
    private readonly List<int> left = [];
    private readonly List<int>[] arcs = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
    private readonly int[] distance = new int[nodes];
    private readonly int[] next = new int[nodes];

    /// <summary>The arcs count from 0 in the order in which they were added.</summary>
    public void Add(int from, int to, int capacity)
    {
        arcs[from].Add(heads.Count);
        arcs[to].Add(heads.Count + 1);
        heads.AddRange([to, from]);
        capacities.AddRange([capacity, 0]);
        left.AddRange([capacity, 0]);
    }

    public void SetCapacity(int arc, int capacity) => left[2 * arc] = capacities[2 * arc] = capacity;

    /// <summary>Takes all flow out again.</summary>
    public void Clear()
    {
        for (var arc = 0; arc < left.Count; arc++) left[arc] = capacities[arc];
    }

    /// <returns>How much flows, up to what is wanted.</returns>
    public long Push(int source, int sink, long wanted)
    {
        var flow = 0L;
        while (flow < wanted && Measure(source, sink))
        {
            Array.Clear(next);
            while (flow < wanted && PushOne(source, sink, (int)Math.Min(int.MaxValue, wanted - flow)) is > 0 and var pushed) flow += pushed;
        }

        return flow;
    }

    private bool Measure(int source, int sink)
    {
        Array.Fill(distance, -1);
        distance[source] = 0;
        var open = new Queue<int>([source]);
        while (open.TryDequeue(out var node))
        {
            foreach (var arc in arcs[node])
            {
                if (left[arc] == 0 || distance[heads[arc]] >= 0) continue;

                distance[heads[arc]] = distance[node] + 1;
                open.Enqueue(heads[arc]);
            }
        }

        return distance[sink] >= 0;
    }

    // As deep as the shortest way is long, which is a few dozen nodes in a network of this kind.
    private int PushOne(int node, int sink, int most)
    {
        if (node == sink) return most;

        for (; next[node] < arcs[node].Count; next[node]++)
        {
            var arc = arcs[node][next[node]];
            if (left[arc] == 0 || distance[heads[arc]] != distance[node] + 1) continue;

            var pushed = PushOne(heads[arc], sink, Math.Min(most, left[arc]));
            if (pushed == 0) continue;

            left[arc] -= pushed;
            left[arc ^ 1] += pushed;
            return pushed;
        }

        return 0;
    }
}
