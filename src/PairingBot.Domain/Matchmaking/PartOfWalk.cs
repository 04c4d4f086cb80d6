namespace PairingBot.Domain.Matchmaking;

/// <summary>Some seekers of one kind in a <see cref="PairWalk"/>: block by block they look at the givers, and of those who might be uncovered the judge is asked.</summary>
internal sealed class PartOfWalk(PairWalk walk, PricedPeople.Run part)
{
    // The best of each person's, or the first walks would list millions.
    private const int MostEach = 4;

    private readonly GlanceAtGivers glance = new(walk.Search, walk.Bounds, walk.Prices, walk.Seekers, walk.Givers);
    private readonly Finds finds = new(part.End - part.Start, MostEach);
    private readonly KindsMet?[] met = new KindsMet?[WordBlocks.Size];
    private readonly Way[] ways = new Way[walk.Prices.MostWays];

    public Finds Walk()
    {
        var runs = walk.Givers.Runs.AsSpan();
        while (runs.Length > 0)
        {
            var (block, count) = (runs[0].Start / WordBlocks.Size, 1);
            while (count < runs.Length && runs[count].Start / WordBlocks.Size == block) count++;
            WalkBlock(block, runs[..count]);
            runs = runs[count..];
        }

        return finds;
    }

    private void WalkBlock(int block, ReadOnlySpan<PricedPeople.Run> runs)
    {
        var reach = long.MinValue;
        for (var i = 0; i < runs.Length; i++)
        {
            met[i] = walk.Meet(part.Kind, runs[i].Kind) ? glance.Meet(walk.Seekers.Kinds[part.Kind], walk.Givers.Kinds[runs[i].Kind]) : null;
            if (met[i] is { } kinds) reach = Math.Max(reach, kinds.Most - walk.Givers.Prices[runs[i].Start]);
        }

        for (var place = part.Start; place < part.End && walk.Seekers.Prices[place] < reach; place++) LookAt(block, runs, place);
    }

    private void LookAt(int block, ReadOnlySpan<PricedPeople.Run> runs, int place)
    {
        var (row, isCompared) = (place - part.Start, false);
        for (var i = 0; i < runs.Length; i++)
        {
            var givers = runs[i];
            if (met[i] is not { } kinds || walk.Seekers.Prices[place] + walk.Givers.Prices[givers.Start] + finds.LeastOf(row) >= kinds.Most) continue;
            if (walk.IsOneSide && givers.Kind == part.Kind) givers = givers with { Start = Math.Max(givers.Start, place + 1) };
            if (givers.Start >= givers.End) continue;

            if (!isCompared) glance.Compare(place, block);
            isCompared = true;
            foreach (ref readonly var hit in glance.Look(kinds, place, givers, finds.LeastOf(row)))
            {
                if (hit.Gain > finds.LeastOf(row)) Ask(row, walk.Seekers.Backgrounds[place].Person, hit.Giver);
            }
        }
    }

    private void Ask(int row, int seeker, int giver)
    {
        if (seeker == giver || walk.Known.Value(seeker, giver) is not null) return;
        if (walk.Apart.Count > 0 && walk.Apart.Contains(seeker < giver ? (seeker, giver) : (giver, seeker))) return;
        if (walk.Search.Judge.In(walk.Bounds.TypeIndex, seeker, giver) is not { } pair) return;

        var (roster, prices) = (walk.Search.Roster, walk.Prices);
        var margin = prices.MarginOf(pair, ways);
        if (!walk.Bounds.IsSymmetric && roster.HasExtraSeats && roster.ExtraSeatsOf(roster.People[giver]) > 0)
            margin = Int128.Min(margin, prices.MarginOf(pair with { IsBesides = true }, ways));
        if (margin >= 0 && !prices.AreLeastEnoughFor(pair)) finds.LeaveOpen(row);
        if (-margin > finds.LeastOf(row)) finds.Keep(row, (long)Int128.Min(-margin, long.MaxValue), giver);
    }
}
