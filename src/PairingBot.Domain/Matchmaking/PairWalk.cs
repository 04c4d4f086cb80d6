using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>One relationship's part of <see cref="PairSearch"/>: these seekers with these givers. The same people on both sides meet once each.</summary>
internal sealed class PairWalk(PairSearch search, RelationshipBounds bounds, SeatPrices prices)
{
    public PairSearch Search => search;

    public RelationshipBounds Bounds => bounds;

    public SeatPrices Prices => prices;

    public required PricedPeople Seekers { get; init; }

    public required PricedPeople Givers { get; init; }

    /// <summary>The graph that the prices are of: its edges are covered.</summary>
    public required Graph Known { get; init; }

    /// <summary>Pairs that are not wanted.</summary>
    public required IReadOnlySet<(int, int)> Apart { get; init; }

    public bool IsOneSide => ReferenceEquals(Seekers, Givers);

    /// <summary>Parts of the seekers are independent, so all cores may walk; what they find is put together in order. Marks the seekers of whom not all was said.</summary>
    public IEnumerable<(int One, int Other)> All(bool[] isOpen)
    {
        var parts = Seekers.Parts();
        var found = new Finds[parts.Length];
        Givers.CompareWords();
        Parallel.For(0, parts.Length, part => found[part] = new PartOfWalk(this, parts[part]).Walk());
        for (var part = 0; part < parts.Length; part++)
        {
            for (var place = parts[part].Start; place < parts[part].End; place++) isOpen[Seekers.Backgrounds[place].Person] = found[part].IsOpen(place - parts[part].Start);
        }

        return Seekers.With(parts, found);
    }

    /// <summary>Where both sides are the same people, a kind meets its own and half of the others, around in a circle: so each two kinds come up once and the work is even.</summary>
    public bool Meet(int seekers, int givers)
    {
        if (!IsOneSide) return true;

        var count = Givers.Kinds.Length;
        var ahead = givers - seekers + (givers < seekers ? count : 0);
        return 2 * ahead < count || (2 * ahead == count && seekers < givers);
    }
}
