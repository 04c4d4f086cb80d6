using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>One relationship's part of <see cref="PairSearch"/>: these seekers with these givers. The same people on both sides meet once each.</summary>
internal sealed class PairWalk(PairSearch search, RelationshipBounds bounds, SeatPrices prices, IReadOnlySet<(int, int)> apart)
{
    // The best of each person's, or the first walks would list millions.
    private const int MostEach = 4;

    private readonly long point = DualSolution.Scale * search.Objective.Step;
    private readonly long mostOfTies = DualSolution.Scale * (long)search.Objective.Ties;

    public required PricedPeople Seekers { get; init; }

    public required PricedPeople Givers { get; init; }

    private bool IsOneSide => ReferenceEquals(Seekers, Givers);

    /// <summary>Kinds of seekers are independent, so all cores may walk; what they find is put together in order. Marks the seekers of whom not all was said.</summary>
    public IEnumerable<(int One, int Other)> All(bool[] isOpen)
    {
        var found = new Finds[Seekers.Kinds.Length];
        Parallel.For(0, found.Length, kind => found[kind] = From(kind));
        for (var kind = 0; kind < found.Length; kind++)
        {
            for (var row = 0; row < Seekers.Kinds[kind].Count; row++) isOpen[Seekers.Glances[Seekers.Kinds[kind].Start + row].Person] = found[kind].IsOpen(row);
        }

        return found.SelectMany(finds => finds.All).Select(pair => pair.Ends);
    }

    private Finds From(int kind)
    {
        var (here, isOneSide) = (Seekers.Kinds[kind], IsOneSide);
        var finds = new Finds(here.Count, MostEach);
        var ways = new Way[prices.MostWays];
        for (var (left, other) = (Opposites(kind), isOneSide ? kind : 0); left > 0; left--, other = other + 1 < Givers.Kinds.Length ? other + 1 : 0)
        {
            ref readonly var there = ref Givers.Kinds[other];
            var ofKinds = bounds.OfKinds(here.Experience, there.Experience, here.Hours, there.Hours);
            if (ofKinds < 0) continue;

            // What is left to reach for the two prices and a glance.
            var known = point * ofKinds + mostOfTies - (here.IsCore && there.IsCore ? prices.InCore : 0);
            if (Seekers.Prices[here.Start] + Givers.Prices[there.Start] < known + point * bounds.MostAtAGlance(here.HasGoal, there.HasGoal))
                WalkKinds(here, there, known, finds, ways, isOneSide && kind == other);
        }

        return finds;
    }

    /// <summary>
    /// With how many kinds of givers a kind of seekers is compared: all; or, where both sides are the same people, its own and half of the others, around in a circle, so that
    /// each two kinds come up once and the work is even.
    /// </summary>
    private int Opposites(int kind)
    {
        var count = Givers.Kinds.Length;
        return IsOneSide ? 1 + (count - 1) / 2 + (count % 2 == 0 && kind < count / 2 ? 1 : 0) : count;
    }

    private void WalkKinds(PricedPeople.Kind here, PricedPeople.Kind there, long known, Finds finds, Way[] ways, bool isSame)
    {
        var (givers, glances, mostAtAGlance) = (Givers.Prices, Givers.Glances, point * bounds.MostAtAGlance(here.HasGoal, there.HasGoal));
        for (var i = here.Start; i < here.End; i++)
        {
            ref readonly var seeker = ref Seekers.Glances[i];
            var wanted = Seekers.Prices[i] + finds.LeastOf(i - here.Start) - known;
            for (var j = isSame ? i + 1 : there.Start; j < there.End && givers[j] + wanted < mostAtAGlance; j++)
            {
                var needed = givers[j] + wanted;
                var most = bounds.AtAGlance(seeker, glances[j], point, needed);
                if (point * most <= needed) continue;
                if (point * most - mostOfTies + DualSolution.Scale * (long)search.Objective.TieOf(seeker.Person, glances[j].Person) <= needed) continue;

                Ask(i - here.Start, seeker.Person, glances[j].Person, finds, ways);
                wanted = Seekers.Prices[i] + finds.LeastOf(i - here.Start) - known;
            }
        }
    }

    private void Ask(int row, int seeker, int giver, Finds finds, Way[] ways)
    {
        if (seeker == giver || (apart.Count > 0 && apart.Contains(seeker < giver ? (seeker, giver) : (giver, seeker)))) return;
        if (search.Judge.In(bounds.TypeIndex, seeker, giver) is not { } pair) return;

        var margin = prices.MarginOf(pair, ways);
        if (!bounds.IsSymmetric && search.Roster.HasExtraSeats && search.Roster.ExtraSeatsOf(search.Roster.People[giver]) > 0)
            margin = Int128.Min(margin, prices.MarginOf(pair with { IsBesides = true }, ways));
        if (margin >= 0 && !prices.AreLeastEnoughFor(pair)) finds.LeaveOpen(row);
        if (-margin > finds.LeastOf(row)) finds.Keep(row, (long)Int128.Min(-margin, long.MaxValue), pair);
    }
}
