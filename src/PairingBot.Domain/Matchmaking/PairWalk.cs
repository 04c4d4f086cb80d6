using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>One relationship's part of <see cref="PairSearch"/>. Each two people are met once where it has no sides, else once with each as the seeker.</summary>
internal sealed class PairWalk(PairSearch search, RelationshipBounds bounds, SeatPrices prices, IReadOnlySet<(int, int)> apart)
{
    // The best of each person's, or the first walks would list millions.
    private const int MostEach = 8;

    private readonly long step = search.Objective.Step;
    private readonly PricedPeople seekers = new(bounds.Seekers, search.Glances, prices, search.Objective.Step);
    private readonly PricedPeople givers = new(bounds.Givers, search.Glances, prices, search.Objective.Step);

    /// <summary>Kinds of seekers are independent, so all cores may walk; what they find is put together in order.</summary>
    public IEnumerable<(int One, int Other)> All()
    {
        var found = new Finds[seekers.Kinds.Count];
        Parallel.For(0, found.Length, kind => found[kind] = From(kind));
        return found.SelectMany(finds => finds.All).Select(pair => pair.Ends);
    }

    private Finds From(int kind)
    {
        var here = seekers.Kinds[kind];
        var finds = new Finds(here.Count, MostEach);
        var ways = new Way[8];
        foreach (var other in Opposite(kind))
        {
            var there = givers.Kinds[other];
            var most = bounds.MostOfKinds(here.Experience, there.Experience, here.Hours, there.Hours);
            if (most <= 0) continue;

            var together = here.IsCore && there.IsCore ? prices.InCore : 0;
            if (seekers.Prices[here.Start] + givers.Prices[there.Start] >= Worth(most, search.Objective.Ties) - together) continue;

            WalkKinds(here, there, together, most, finds, ways, bounds.IsSymmetric && kind == other);
        }

        return finds;
    }

    /// <summary>Where there are no sides each pair of kinds comes up once, and the work is even: the own kind, and half of the others, around in a circle.</summary>
    private IEnumerable<int> Opposite(int kind)
    {
        var count = givers.Kinds.Count;
        if (!bounds.IsSymmetric) return Enumerable.Range(0, count);

        var half = (count - 1) / 2 + (count % 2 == 0 && kind < count / 2 ? 1 : 0);
        return Enumerable.Range(kind, half + 1).Select(other => other % count);
    }

    private void WalkKinds(PricedPeople.Kind here, PricedPeople.Kind there, long together, int most, Finds finds, Way[] ways, bool isSame)
    {
        var ofKinds = bounds.OfKinds(here.Experience, there.Experience, here.Hours, there.Hours);
        var (top, ties) = (Worth(most, search.Objective.Ties) - together, search.Objective.Ties);
        for (var i = here.Start; i < here.End; i++)
        {
            var price = seekers.Prices[i] + together;
            var least = finds.LeastOf(i - here.Start);
            for (var j = isSame ? i + 1 : there.Start; j < there.End && givers.Prices[j] + seekers.Prices[i] + least < top; j++)
            {
                var atAGlance = ofKinds + bounds.AtAGlance(seekers.Glances[i], givers.Glances[j]);
                if (Worth(atAGlance, ties) - price - givers.Prices[j] <= least) continue;
                if (Worth(atAGlance, search.Objective.TieOf(seekers.Glances[i].Person, givers.Glances[j].Person)) - price - givers.Prices[j] <= least) continue;

                Ask(i - here.Start, seekers.Glances[i].Person, givers.Glances[j].Person, finds, ways);
                least = finds.LeastOf(i - here.Start);
            }
        }
    }

    private void Ask(int row, int seeker, int giver, Finds finds, Way[] ways)
    {
        if (seeker == giver || (apart.Count > 0 && apart.Contains(seeker < giver ? (seeker, giver) : (giver, seeker)))) return;
        if (search.Judge.In(bounds.TypeIndex, seeker, giver) is not { } pair) return;

        var slack = prices.SlackOf(pair, ways);
        if (!bounds.IsSymmetric && search.Roster.HasExtraSeats && search.Roster.ExtraSeatsOf(search.Roster.People[giver]) > 0)
            slack = Int128.Min(slack, prices.SlackOf(pair with { IsBesides = true }, ways));
        if (-slack > finds.LeastOf(row)) finds.Keep(row, (long)Int128.Min(-slack, long.MaxValue), pair);
    }

    private long Worth(int quality, int tie) => DualSolution.Scale * (quality * step + tie);
}
