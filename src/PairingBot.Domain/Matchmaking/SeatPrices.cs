using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// What the solver's certificate says of every pair of people, listed or not. A pair is covered if in each way of sitting its two prices reach its worth. All
/// numbers are <see cref="DualSolution.Scale"/> times those of <see cref="Objective"/>, and prices are counted above what serving the person is worth.
/// </summary>
internal sealed class SeatPrices
{
    private readonly DualSolution dual;
    private readonly Seats seats;
    private readonly Objective objective;
    private readonly int core;
    private readonly bool[] isSetInCore;

    public SeatPrices(DualSolution dual, Seats seats, Objective objective)
    {
        (this.dual, this.seats, this.objective) = (dual, seats, objective);
        core = FindCore();
        isSetInCore = FindSetsInCore();
        InCore = core == DualSolution.None ? 0 : SumFrom(core);
        Least = new long[seats.PeopleCount];
        for (var person = 0; person < Least.Length; person++) Least[person] = LeastOf(person);
    }

    /// <summary>For each person no more than their share of any pair's price: for all ways, price of the way >= the two shares (and <see cref="InCore"/>, for two of the core).</summary>
    public long[] Least { get; }

    /// <summary>
    /// What odd sets add to the price of two people of the core: the innermost set of more than half of all, with those around it. In a round with an odd number
    /// nearly everybody is in one such set, and the shares alone would cover nothing.
    /// </summary>
    public long InCore { get; }

    public bool HasThirds => seats.HasThirds;

    public int MostWays => seats.MostWays;

    public bool IsInCore(int person) => IsSeatInCore(person);

    /// <summary>How far the pair is from being worth its price, in the way in which it is nearest to it. Negative: the certificate does not cover it.</summary>
    public Int128 MarginOf(in CandidatePair pair, Span<Way> ways)
    {
        var least = Int128.MaxValue;
        foreach (var way in ways[..seats.WaysOf(pair, objective, ways)])
        {
            var bonus = objective.BonusOf(way.Own) + (seats.KindOf(way.Other) == SeatKind.Own ? objective.BonusOf(way.Other) : 0);
            least = Int128.Min(least, dual.EdgeSlack(way.Own, way.Other, way.Worth + bonus));
        }

        return least;
    }

    /// <summary>Whether the two shares alone cover the pair; otherwise it is some small odd set, which may be gone next time.</summary>
    public bool AreLeastEnoughFor(in CandidatePair pair) => MarginOfLeast(pair) >= 0;

    /// <summary>By how much the two shares alone cover the pair.</summary>
    public long MarginOfLeast(in CandidatePair pair) =>
        Least[pair.Seeker] + Least[pair.Giver] + (IsInCore(pair.Seeker) && IsInCore(pair.Giver) ? InCore : 0) - DualSolution.Scale * objective.WorthOf(pair);

    /// <summary>Who has a lower share now. Two who have not are still covered, if their shares covered them.</summary>
    public bool[] FallenSince(SeatPrices earlier)
    {
        var fallen = new bool[Least.Length];
        for (var person = 0; person < fallen.Length; person++)
            fallen[person] = Least[person] < earlier.Least[person] || (earlier.IsInCore(person) && (!IsInCore(person) || InCore < earlier.InCore));
        return fallen;
    }

    private long LeastOf(int person)
    {
        var least = dual.VertexDuals[person] - DualSolution.Scale * objective.BonusOf(person);
        for (var number = 0; number < seats.ExtrasOf(person); number++)
            least = Math.Min(least, OfOtherSeat(person, seats.ExtraOf(person, number), objective.CostOfExtraSeat(number)));
        return seats.HasThirds ? Math.Min(least, OfOtherSeat(person, seats.ThirdOf(person), objective.CostOfTrio)) : least;
    }

    // A seat outside the core does not get what the core adds, so where its owner is inside that is taken off.
    private long OfOtherSeat(int person, int seat, long cost) =>
        dual.VertexDuals[seat] + DualSolution.Scale * cost - (IsInCore(person) && !IsSeatInCore(seat) ? InCore : 0);

    /// <summary>The innermost set of more than half of the people. Children have lower numbers than what is around them, and of two sets side by side only one can be so large.</summary>
    private int FindCore()
    {
        var sizes = new int[dual.BlossomCount];
        foreach (var blossom in dual.InnermostBlossoms[..seats.PeopleCount])
        {
            if (blossom != DualSolution.None) sizes[blossom]++;
        }

        for (var blossom = 0; blossom < sizes.Length; blossom++)
        {
            if (2 * sizes[blossom] > seats.PeopleCount) return blossom;
            if (dual.BlossomParents[blossom] is var around && around != DualSolution.None) sizes[around] += sizes[blossom];
        }

        return DualSolution.None;
    }

    private bool[] FindSetsInCore()
    {
        var inside = new bool[dual.BlossomCount];
        for (var blossom = core; blossom >= 0; blossom--)
            inside[blossom] = blossom == core || (dual.BlossomParents[blossom] is var around && around != DualSolution.None && inside[around]);
        return inside;
    }

    private bool IsSeatInCore(int seat) => dual.InnermostBlossoms[seat] is var blossom && blossom != DualSolution.None && isSetInCore[blossom];

    private long SumFrom(int blossom)
    {
        var sum = 0L;
        for (; blossom != DualSolution.None; blossom = dual.BlossomParents[blossom]) sum = checked(sum + dual.BlossomDuals[blossom]);
        return sum;
    }
}
