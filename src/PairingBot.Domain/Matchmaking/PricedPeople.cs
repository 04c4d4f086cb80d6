using System.Runtime.InteropServices;
using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>People on one side of a relationship by kind and, within a kind, by price: the cheapest first. What they themselves bring is taken off the price.</summary>
internal sealed class PricedPeople
{
    /// <param name="prices">Null: nobody has a price yet.</param>
    public PricedPeople(PairSearch search, SeatPrices? prices, IEnumerable<(int Person, int OwnPart)> side)
    {
        var order = side.Select(member => (
            Kind: KindOf(search.Roster.People[member.Person], prices),
            Price: (prices?.Least[member.Person] ?? 0) - DualSolution.Scale * search.Objective.Step * member.OwnPart,
            member.Person)).ToArray();
        Array.Sort(order);
        Prices = Array.ConvertAll(order, member => member.Price);
        Glances = Array.ConvertAll(order, member => search.Glances[member.Person]);
        var kinds = new List<Kind>();
        for (var start = 0; start < order.Length;)
        {
            var (end, kind) = (start + 1, order[start].Kind);
            while (end < order.Length && order[end].Kind == kind) end++;
            var example = search.Roster.People[order[start].Person];
            kinds.Add(new Kind(start, end, example.Experience, example.Hours, !example.Goal.IsEmpty, prices?.IsInCore(example.Index) == true));
            start = end;
        }

        Kinds = [.. kinds];
    }

    public Kind[] Kinds { get; }

    public long[] Prices { get; }

    public Glance[] Glances { get; }

    private static long KindOf(RosterEntry person, SeatPrices? prices) =>
        ((long)person.Experience << 32) | ((long)person.Hours << 2) | (person.Goal.IsEmpty ? 0L : 2L) | (prices?.IsInCore(person.Index) == true ? 1L : 0L);

    /// <summary>The places from <see cref="Start"/> up to <see cref="End"/>, cheapest first, are people of one kind.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Kind(int Start, int End, int Experience, int Hours, bool HasGoal, bool IsCore)
    {
        public int Count => End - Start;
    }
}
