namespace PairingBot.Benchmarks.Engine;

/// <summary>Graphs that are hard, or merely usual, for matching algorithms: structure and weights from the literature, each made anew.</summary>
internal static class ShapeFamilies
{
    private const ulong Seed = 7;

    public static EdgeList Random(int n, int edgesPerVertex, int heaviest)
    {
        var random = new SplitMix(Seed);
        var edges = new EdgeList(n);
        while (edges.Count < (long)n * edgesPerVertex)
            edges.Add(random.Below(n), random.Below(n), 1 + random.Below(heaviest));
        return edges;
    }

    /// <summary>Points in a square, each joined to its eight nearest; near is heavy.</summary>
    public static EdgeList Geo(int n)
    {
        const int Near = 8;
        var side = (int)Math.Sqrt(n / 2.0) + 1;
        var random = new SplitMix(Seed);
        var points = Enumerable.Range(0, n).Select(_ => (X: random.Below(1_000_000), Y: random.Below(1_000_000))).ToArray();
        var cells = Enumerable.Range(0, n).ToLookup(i => (points[i].X * (long)side / 1_000_000, points[i].Y * (long)side / 1_000_000));
        var edges = new EdgeList(n);
        for (var u = 0; u < n; u++)
        {
            var (x, y) = (points[u].X * (long)side / 1_000_000, points[u].Y * (long)side / 1_000_000);
            var around = from dx in Enumerable.Range(-3, 7)
                         from dy in Enumerable.Range(-3, 7)
                         from v in cells[(x + dx, y + dy)]
                         where v != u
                         let d = Math.Sqrt(Math.Pow(points[u].X - points[v].X, 2) + Math.Pow(points[u].Y - points[v].Y, 2))
                         orderby d, v
                         select (v, d);
            foreach (var (v, d) in around.Take(Near))
                edges.Add(u, v, 4_000_000 - (int)d);
        }

        return edges;
    }

    /// <summary>Teams of odd size, all heavy inside, with light edges between them.</summary>
    public static EdgeList Cliques(int n)
    {
        var random = new SplitMix(Seed);
        var edges = new EdgeList(n);
        for (var first = 0; first < n;)
        {
            var size = Math.Min(5 + 2 * random.Below(4), n - first);
            for (var u = first; u < first + size; u++)
            {
                for (var v = u + 1; v < first + size; v++)
                    edges.Add(u, v, 900 + random.Below(101));
            }

            first += size;
        }

        for (var i = 0; i < n * 3 / 2; i++)
            edges.Add(random.Below(n), random.Below(n), 1 + random.Below(100));
        return edges;
    }

    /// <summary>A path whose weights rise to the end: the greedy choice is wrong at every step back.</summary>
    public static EdgeList Chain(int n)
    {
        var edges = new EdgeList(n);
        for (var v = 0; v + 1 < n; v++)
            edges.Add(v, v + 1, n + v);
        return edges;
    }

    /// <summary>Triangles in a row, joined at one corner or at three, all weights one (DIMACS t.f and tt.f, Ritchey and Mattingly).</summary>
    public static EdgeList Triangles(int n, int corners)
    {
        var edges = new EdgeList(n / 3 * 3);
        for (var a = 0; a + 2 < n; a += 3)
        {
            edges.Add(a, a + 1, 1);
            edges.Add(a, a + 2, 1);
            edges.Add(a + 1, a + 2, 1);
            if (a + 5 >= n)
                continue;
            var first = corners == 1 ? a / 3 % 3 : 0;
            for (var c = first; c < first + corners; c++)
                edges.Add(a + c, a + c + 3, 1);
        }

        return edges;
    }

    /// <summary>A complete graph on two thirds of the vertices, every other of its vertices with a tail (Gabow 1976; DIMACS hardcard.f).</summary>
    public static EdgeList HardCardinality(int n)
    {
        var core = n / 6 * 4;
        var edges = new EdgeList(n / 6 * 6);
        for (var u = 0; u < core; u++)
        {
            for (var v = u + 1; v < core; v++)
                edges.Add(u, v, 1);
            if (u % 2 == 0)
                edges.Add(u, core + u / 2, 1);
        }

        return edges;
    }

    /// <summary>Two hubs take turns in pulling at the same layer of pairs: few edges, but a stage-wise search shifts the duals a quadratic
    /// number of times (structure and weights of van Rantwijk's sparse worst case).</summary>
    public static EdgeList SparseDelta(int size)
    {
        var n = size / 8 * 8 + 4;
        var (upper, lower) = ((n - 4) / 4, (n - 4) / 8);
        var top = 16 * (lower + 1) * (upper + 2);
        var edges = new EdgeList(n);
        for (var i = 0; i < upper; i++)
            edges.Add(2 * i, 2 * i + 1, top - i);
        for (var side = 0; side < 2; side++)
        {
            var hub = 2 * upper + 2 * side;
            for (var i = 0; i < upper; i++)
                edges.Add(2 * i + 1, hub, top - upper - (side == 0 ? 0 : 1 + i));
            edges.Add(hub, hub + 1, top - 2 * (1 + side) * upper - 1 - side);
            for (var i = 0; i < lower; i++)
            {
                var leaf = 2 * upper + 4 + 2 * lower * side + 2 * i;
                var turn = 2 * i + side;
                edges.Add(hub + 1, leaf, top - turn * (2 * upper + 4) - 4 * upper + 1);
                edges.Add(leaf, leaf + 1, top - (turn + 1) * 8 * upper - turn * 12);
            }
        }

        return edges;
    }

    /// <summary>Triangle around triangle, half as many layers as vertices: two new vertices a layer, hung to the old layers at two places.</summary>
    public static EdgeList Onion(int n, bool equalWeights)
    {
        var edges = new EdgeList(n);
        edges.Add(0, 1, Weight(0));
        edges.Add(1, 2, Weight(0));
        edges.Add(0, 2, Weight(0));
        for (var v = 3; v + 1 < n; v += 2)
        {
            edges.Add(v - 2, v, Weight(v));
            edges.Add(v, v + 1, Weight(v));
            edges.Add(v - 1, v + 1, Weight(v));
        }

        return edges;

        int Weight(int v) => equalWeights ? 1 : 4 * (n - v);
    }
}
