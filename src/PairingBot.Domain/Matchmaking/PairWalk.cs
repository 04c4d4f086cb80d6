using System.Runtime.InteropServices;
using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>One relationship's part of <see cref="PairSearch"/>: these seekers with these givers. The same people on both sides meet once each.</summary>
/// <param name="search">Whose part it is.</param>
/// <param name="bounds">The relationship.</param>
/// <param name="prices">What the certificate says.</param>
/// <param name="known">The graph that it is of: its edges are covered.</param>
/// <param name="apart">Pairs that are not wanted.</param>
internal sealed class PairWalk(PairSearch search, RelationshipBounds bounds, SeatPrices prices, Graph known, IReadOnlySet<(int, int)> apart)
{
    // The best of each person's, or the first walks would list millions.
    private const int MostEach = 4;

    public required PricedPeople Seekers { get; init; }

    public required PricedPeople Givers { get; init; }

    private bool IsOneSide => ReferenceEquals(Seekers, Givers);

    /// <summary>Parts of the seekers are independent, so all cores may walk; what they find is put together in order. Marks the seekers of whom not all was said.</summary>
    public IEnumerable<(int One, int Other)> All(bool[] isOpen)
    {
        var parts = Seekers.Parts();
        var found = new Finds[parts.Length];
        var glance = new GlanceAtGivers(search, bounds, prices, Seekers, Givers);
        Parallel.For(0, parts.Length, part => found[part] = From(parts[part], glance));
        for (var part = 0; part < parts.Length; part++)
        {
            for (var place = parts[part].Start; place < parts[part].End; place++)
            {
                var seeker = Seekers.Backgrounds[place].Person;
                isOpen[seeker] = found[part].IsOpen(place - parts[part].Start);
                foreach (var giver in found[part].Of(place - parts[part].Start).ToArray()) yield return seeker < giver ? (seeker, giver) : (giver, seeker);
            }
        }
    }

    private Finds From(PricedPeople.Part part, GlanceAtGivers glance)
    {
        var around = new Around(new Finds(part.End - part.Start, MostEach), new Way[prices.MostWays], new Hit[WordBlocks.Size]);
        ref readonly var here = ref Seekers.Kinds[part.Kind];
        for (var (left, other) = (Opposites(part.Kind), IsOneSide ? part.Kind : 0); left > 0; left--, other = other + 1 < Givers.Kinds.Length ? other + 1 : 0)
        {
            ref readonly var there = ref Givers.Kinds[other];
            if (glance.Meet(here, there) is { } kinds) WalkKinds(part, kinds, glance, around, isSame: IsOneSide && part.Kind == other);
        }

        return around.Finds;
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

    private void WalkKinds(in PricedPeople.Part part, in KindsMet kinds, GlanceAtGivers glance, in Around around, bool isSame)
    {
        for (var block = kinds.There.FirstBlock; block < kinds.There.EndBlock; block++)
        {
            var (first, end) = kinds.There.PlacesOf(block);
            var reach = kinds.Most - Givers.Prices[first];
            if (Seekers.Prices[part.Start] >= reach) return;

            var last = isSame ? Math.Min(part.End, end - 1) : part.End;
            for (var place = part.Start; place < last && Seekers.Prices[place] < reach; place++)
            {
                if (Seekers.Prices[place] + around.Finds.LeastOf(place - part.Start) < reach) WalkBlock(part, kinds, place, block, isSame ? place + 1 : first, glance, around);
            }
        }
    }

    private void WalkBlock(in PricedPeople.Part part, in KindsMet kinds, int place, int block, int from, GlanceAtGivers glance, in Around around)
    {
        var row = place - part.Start;
        var hits = around.Hits;
        var count = glance.Look(kinds, place, block, from, around.Finds.LeastOf(row), hits);
        foreach (ref readonly var hit in hits.AsSpan(0, count))
        {
            if (hit.Gain > around.Finds.LeastOf(row)) Ask(row, Seekers.Backgrounds[place].Person, hit.Giver, around);
        }
    }

    private void Ask(int row, int seeker, int giver, in Around around)
    {
        if (seeker == giver || known.Value(seeker, giver) is not null) return;
        if (apart.Count > 0 && apart.Contains(seeker < giver ? (seeker, giver) : (giver, seeker))) return;
        if (search.Judge.In(bounds.TypeIndex, seeker, giver) is not { } pair) return;

        
        var margin = prices.MarginOf(pair, around.Ways);
        if (!bounds.IsSymmetric && search.Roster.HasExtraSeats && search.Roster.ExtraSeatsOf(search.Roster.People[giver]) > 0)
            margin = Int128.Min(margin, prices.MarginOf(pair with { IsBesides = true }, around.Ways));
        if (margin >= 0 && !prices.AreLeastEnoughFor(pair)) around.Finds.LeaveOpen(row);
        if (margin < 0) if (-margin > around.Finds.LeastOf(row)) around.Finds.Keep(row, (long)Int128.Min(-margin, long.MaxValue), giver);
    }

    /// <summary>What one part of the seekers has found so far, and room to work in.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Around(Finds Finds, Way[] Ways, Hit[] Hits);
}
