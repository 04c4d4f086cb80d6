namespace PairingBot.Benchmarks.Engine;

/// <summary>Graphs as the product makes them: bonuses for covering somebody far above the quality of a pair.</summary>
internal static class PairingFamilies
{
    private const ulong Seed = 20260101;
    private const int SampledPerKept = 8;

    public static EdgeList Pairing(int people, int kept)
    {
        var population = new Population(people, Seed);
        var edges = Covered(people, people, population);
        AddBestOfSample(population, people, kept, (u, v, q) => edges.Add(u, v, q));
        return edges;
    }

    /// <summary>With a poor edge for everyone, so that nobody needs to stay alone (one, if the number is odd).</summary>
    public static EdgeList Full(int people)
    {
        var edges = Pairing(people, 16);
        for (var u = 0; u + 1 < people; u += 2)
            edges.Add(u, u + 1, 1);
        return edges;
    }

    public static EdgeList Ties(int people)
    {
        var population = new Population(people, Seed);
        var edges = Covered(people, people, population);
        AddBestOfSample(population, people, 16, (u, v, q) => edges.Add(u, v, q * 5 / 1001));
        return edges;
    }

    /// <summary>A fifth of the people can take two others each; many others stay without.</summary>
    public static EdgeList Givers(int people)
    {
        var givers = people / 5;
        var population = new Population(people, Seed);
        var edges = Covered(people, people + givers, population);
        var random = new SplitMix(Seed + 1);
        for (var taker = givers; taker < people; taker++)
        {
            foreach (var (giver, quality) in BestOf(population, taker, 16, () => random.Below(givers), null))
            {
                edges.Add(giver, taker, quality);
                edges.Add(people + giver, taker, quality);
            }
        }

        return edges;
    }

    /// <summary>Every allowed pair.</summary>
    public static EdgeList Dense(int people)
    {
        var population = new Population(people, Seed);
        var edges = Covered(people, people, population);
        for (var u = 0; u < people; u++)
        {
            for (var v = u + 1; v < people; v++)
            {
                if (population.Quality(u, v) is { } quality)
                    edges.Add(u, v, quality);
            }
        }

        return edges;
    }

    private static EdgeList Covered(int people, int vertices, Population population)
    {
        var edges = new EdgeList(vertices);
        for (var v = 0; v < people; v++)
            edges.Bonus[v] = (1000L * (vertices / 2) + 1) * (1 + population.Debt(v));
        return edges;
    }

    private static void AddBestOfSample(Population population, int people, int kept, Action<int, int, int> add)
    {
        var random = new SplitMix(Seed + 1);
        for (var u = 0; u < people; u++)
        {
            foreach (var (v, quality) in BestOf(population, u, kept, () => random.Below(people), u))
                add(u, v, quality);
        }
    }

    private static List<(int Other, int Quality)> BestOf(Population population, int person, int kept, Func<int> draw, int? self)
    {
        List<(int Other, int Quality)> found = [];
        for (var i = 0; i < kept * SampledPerKept; i++)
        {
            var other = draw();
            if (other != self && population.Quality(person, other) is { } quality)
                found.Add((other, quality));
        }

        found.Sort((a, b) => a.Quality != b.Quality ? b.Quality.CompareTo(a.Quality) : a.Other.CompareTo(b.Other));
        return found.Distinct().Take(kept).ToList();
    }
}
