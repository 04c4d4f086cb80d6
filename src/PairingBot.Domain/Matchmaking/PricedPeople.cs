using System.Runtime.InteropServices;
using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>One side of a relationship in order of kind and, within a kind, of price: whoever wishes to be on that side, with what they themselves bring taken off the price.</summary>
internal sealed class PricedPeople
{
    public PricedPeople(IReadOnlyList<(int Person, int OwnPart)> side, Glances glances, SeatPrices prices, long step)
    {
        var order = side.Select(member => (
            Kind: (glances.Experience[member.Person], glances.Hours[member.Person], prices.IsInCore(member.Person)),
            Price: prices.Least[member.Person] - DualSolution.Scale * step * member.OwnPart,
            member.Person)).ToArray();
        Array.Sort(order);
        Prices = Array.ConvertAll(order, member => member.Price);
        Glances = Array.ConvertAll(order, member => glances[member.Person]);
        for (var start = 0; start < order.Length;)
        {
            var (end, kind) = (start + 1, order[start].Kind);
            while (end < order.Length && order[end].Kind == kind) end++;
            Kinds.Add(new Kind(start, end, kind.Item1, kind.Item2, kind.Item3));
            start = end;
        }
    }

    public List<Kind> Kinds { get; } = [];

    public long[] Prices { get; }

    public Glance[] Glances { get; }

    /// <summary>The places from <see cref="Start"/> up to <see cref="End"/>, cheapest first, are people of one kind.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Kind(int Start, int End, int Experience, int Hours, bool IsCore)
    {
        public int Count => End - Start;
    }
}
