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
        var (kinds, runs) = (new List<Kind>(), new List<Run>());
        for (var start = 0; start < order.Length; start = kinds[^1].End)
        {
            var end = start + 1;
            while (end < order.Length && order[end].Kind == order[start].Kind) end++;
            for (var from = start; from < end; from = runs[^1].End) runs.Add(new Run(kinds.Count, from, Math.Min(end, (from / WordBlocks.Size + 1) * WordBlocks.Size)));
            var example = search.Roster.People[order[start].Person];
            kinds.Add(new Kind(start, end, example, prices?.IsInCore(example.Index) == true));
        }

        (Kinds, Runs) = ([.. kinds], [.. runs]);
    }

    public Kind[] Kinds { get; }

    /// <summary>All places in order, each run within one kind and one block.</summary>
    public Run[] Runs { get; }

    public long[] Prices { get; }

    public Background[] Backgrounds { get; }

    public WordBlocks Blocks => blocks ?? throw new InvalidOperationException("Nobody asked for their words.");

    /// <summary>Prepares <see cref="Blocks"/>, before all cores read them.</summary>
    public void CompareWords() => blocks ??= new WordBlocks(words, this);

    /// <summary>All places in order, a few hundred of one kind at a time.</summary>
    public Run[] Parts() =>
        [.. from kind in Enumerable.Range(0, Kinds.Length)
            from start in Enumerable.Range(0, (Kinds[kind].End - Kinds[kind].Start + PeopleInPart - 1) / PeopleInPart).Select(part => Kinds[kind].Start + part * PeopleInPart)
            select new Run(kind, start, Math.Min(Kinds[kind].End, start + PeopleInPart))];

    /// <summary>Everybody in order with those that were found for them, the lower index first.</summary>
    public IEnumerable<(int One, int Other)> With(Run[] parts, Finds[] found)
    {
        for (var part = 0; part < parts.Length; part++)
        {
            for (var place = parts[part].Start; place < parts[part].End; place++)
            {
                var seeker = Backgrounds[place].Person;
                for (var i = 0; i < found[part].CountOf(place - parts[part].Start); i++)
                {
                    var giver = found[part].Giver(place - parts[part].Start, i);
                    yield return seeker < giver ? (seeker, giver) : (giver, seeker);
                }
            }
        }
    }

    /// <summary>The places from <see cref="Start"/> up to <see cref="End"/>, cheapest first, are people of one kind.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Kind(int Start, int End, RosterEntry Example, bool IsCore)
    {
        public bool HasGoal => !Example.Goal.IsEmpty;
    }

    /// <summary>Some of a kind, by its number.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Run(int Kind, int Start, int End);
}
