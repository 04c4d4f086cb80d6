using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Looks at every pair of a large round without listing any: which of them does the solver's certificate not cover yet? This is pricing, as in column generation: with
/// the best of those added the solver runs again, until none is left; then the certificate holds for all pairs.
/// <para>People of one kind (the same to everybody else in experience or trade, working hours, and whether they have a goal) stand in order of price, and two kinds are walked only as far as two
/// prices stay below the most that such two can be worth; those who remain are compared at a glance, 64 at once, then exactly. After the first time only those are looked at
/// whose price has fallen, and those with whom something was left open.</para>
/// </summary>
internal sealed class PairSearch
{
    private const int PairsAtOnce = 1024;

    private readonly RelationshipBounds[] relationships;
    private readonly bool[][] isOpen;
    private SeatPrices? last;

    public PairSearch(Roster roster, Judge judge, Objective objective)
    {
        (Roster, Judge, Objective) = (roster, judge, objective);
        (Words, Backgrounds) = (new PeopleWords(roster.People), Array.ConvertAll(roster.People, person => new Background(person)));
        relationships = [.. Enumerable.Range(0, roster.Types.Count).Select(type => new RelationshipBounds(roster, judge, type))];
        isOpen = Array.ConvertAll(relationships, _ => new bool[roster.Count]);
    }

    public Roster Roster { get; }

    public Judge Judge { get; }

    public Objective Objective { get; }

    public PeopleWords Words { get; }

    public Background[] Backgrounds { get; }

    /// <summary>A first choice: of some hundreds or thousands of others, the same everywhere, the best of each person's; and <paramref name="wanted"/>, which no bound here knows of.</summary>
    public List<CandidatePair> Sample(IEnumerable<(int, int)> wanted) => OptionsOf(relationships.SelectMany(bounds => new PairSample(this, bounds).All()).Concat(wanted));

    /// <summary>
    /// Pairs that the certificate does not cover, the best few of each person; none if it covers all pairs but those <paramref name="apart"/>. The solver must have been
    /// given all pairs that were found before, but those that shares alone covered when they were left out.
    /// </summary>
    public List<CandidatePair> Uncovered(SeatPrices prices, Graph known, IReadOnlySet<(int, int)> apart)
    {
        var fallen = last is null || last.HasThirds != prices.HasThirds ? null : prices.FallenSince(last);
        var found = new List<(int, int)>();
        for (var type = 0; type < relationships.Length; type++) found.AddRange(Walks(type, prices, known, apart, fallen).SelectMany(walk => walk.All(isOpen[type])));
        last = prices;
        return OptionsOf(found);
    }

    /// <summary>
    /// All seekers and all givers; or those seekers of whom the last search cannot speak with all givers, and the other seekers with those givers whose price has
    /// fallen. (Where there are no sides, a fallen giver is a fallen seeker.)
    /// </summary>
    private IEnumerable<PairWalk> Walks(int type, SeatPrices prices, Graph known, IReadOnlySet<(int, int)> apart, bool[]? fallen)
    {
        var bounds = relationships[type];
        PricedPeople Priced(IReadOnlyList<(int, int)> side, bool gives) => new(this, prices, bounds, side, gives);
        PairWalk Walk(PricedPeople seekers, PricedPeople givers) => new(this, bounds, prices) { Seekers = seekers, Givers = givers, Known = known, Apart = apart };

        var asked = fallen is null ? [] : bounds.Seekers.Where(seeker => fallen[seeker.Person] || isOpen[type][seeker.Person]).ToList();
        if (fallen is null || 2 * asked.Count > bounds.Seekers.Count)
        {
            var seekers = Priced(bounds.Seekers, gives: false);
            yield return Walk(seekers, bounds.IsSymmetric ? seekers : Priced(bounds.Givers, gives: true));
            yield break;
        }

        if (asked.Count > 0) yield return Walk(Priced(asked, gives: false), Priced(bounds.Givers, gives: true));
        if (bounds.IsSymmetric) yield break;

        var others = bounds.Seekers.Except(asked).ToList();
        var givers = bounds.Givers.Where(giver => fallen[giver.Person]).ToList();
        if (givers.Count > 0) yield return Walk(Priced(others, gives: false), Priced(givers, gives: true));
    }

    private List<CandidatePair> OptionsOf(IEnumerable<(int One, int Other)> ends)
    {
        long[] distinct = [.. ends.Select(pair => ((long)pair.One << 32) | (uint)pair.Other)];
        Array.Sort(distinct);
        var blocks = new List<CandidatePair>[distinct.Length / PairsAtOnce + 1];
        Parallel.For(0, blocks.Length, block =>
        {
            blocks[block] = [];
            for (var i = block * PairsAtOnce; i < Math.Min(distinct.Length, (block + 1) * PairsAtOnce); i++)
            {
                if (i == 0 || distinct[i] != distinct[i - 1]) Judge.AddOptions((int)(distinct[i] >> 32), (int)distinct[i], blocks[block]);
            }
        });
        var options = new List<CandidatePair>(blocks.Sum(block => block.Count));
        foreach (var block in blocks) options.AddRange(block);
        return options;
    }
}
