using System.Runtime.InteropServices;
using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>People on one side of a relationship by kind and, within a kind, by price: the cheapest first. What they themselves bring is taken off the price.</summary>
internal sealed class PricedPeople
{
    private const int PeopleInPart = 256;

    private readonly PeopleWords words;
    private WordBlocks? blocks;

    /// <param name="search">Whose people they are.</param>
    /// <param name="prices">Null: nobody has a price yet.</param>
    /// <param name="bounds">The relationship, which says who is of one kind.</param>
    /// <param name="side">Some or all of one of its sides.</param>
    /// <param name="gives">Whether that is the giving one.</param>
    public PricedPeople(PairSearch search, SeatPrices? prices, RelationshipBounds bounds, IReadOnlyList<(int Person, int OwnPart)> side, bool gives)
    {
        words = search.Words;
        var (order, point) = (new (long Kind, long Price, int Person)[side.Count], DualSolution.Scale * search.Objective.Step);
        for (var i = 0; i < order.Length; i++)
        {
            var (person, ownPart) = side[i];
            order[i] = (bounds.KindOf(search.Roster.People[person], gives) << 1 | (prices?.IsInCore(person) == true ? 1L : 0L), (prices?.Least[person] ?? 0) - point * ownPart, person);
        }

        Array.Sort(order);
        Prices = Array.ConvertAll(order, member => member.Price);
        Backgrounds = Array.ConvertAll(order, member => search.Backgrounds[member.Person]);
        var kinds = new List<Kind>();
        for (var start = 0; start < order.Length;)
        {
            var (end, kind) = (start + 1, order[start].Kind);
            while (end < order.Length && order[end].Kind == kind) end++;
            var example = search.Roster.People[order[start].Person];
            kinds.Add(new Kind(start, end, BlockCount, example.Experience, example.Hours, !example.Goal.IsEmpty, prices?.IsInCore(example.Index) == true));
            BlockCount = kinds[^1].EndBlock;
            start = end;
        }

        Kinds = [.. kinds];
    }

    public Kind[] Kinds { get; }

    public long[] Prices { get; }

    public Background[] Backgrounds { get; }

    public int BlockCount { get; }

    /// <summary>Their words. To be asked for before several cores walk.</summary>
    public WordBlocks Blocks => blocks ??= new WordBlocks(words, this);

    /// <summary>All places in order, a few hundred of one kind at a time.</summary>
    public Part[] Parts() =>
        [.. from kind in Enumerable.Range(0, Kinds.Length)
            from start in Enumerable.Range(0, (Kinds[kind].End - Kinds[kind].Start + PeopleInPart - 1) / PeopleInPart).Select(part => Kinds[kind].Start + part * PeopleInPart)
            select new Part(kind, start, Math.Min(Kinds[kind].End, start + PeopleInPart))];

    /// <summary>The places from <see cref="Start"/> up to <see cref="End"/>, cheapest first, are people of one kind.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Kind(int Start, int End, int FirstBlock, int Experience, int Hours, bool HasGoal, bool IsCore)
    {
        /// <summary>They stand in the blocks from <see cref="FirstBlock"/> up to this one.</summary>
        public int EndBlock => FirstBlock + (End - Start + WordBlocks.Size - 1) / WordBlocks.Size;

        public (int Start, int End) PlacesOf(int block)
        {
            var start = Start + (block - FirstBlock) * WordBlocks.Size;
            return (start, Math.Min(End, start + WordBlocks.Size));
        }
    }

    /// <summary>Some of a kind, by its number.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Part(int Kind, int Start, int End);
}
