namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Looks at every pair of a large round without listing any: which of them does the solver's certificate not cover yet? This is pricing, as in column generation: with
/// the best of those added the solver runs again, until none is left; then the certificate holds for all pairs.
/// <para>People of one kind (<see cref="Glances"/>) stand in order of price, and two kinds are walked only as far as two prices stay below the most that such
/// two can be worth; those who remain are compared at a glance, then exactly. So of fifty million pairs some hundred thousand are asked about.</para>
/// </summary>
internal sealed class PairSearch
{
    private readonly RelationshipBounds[] relationships;

    public PairSearch(Roster roster, Judge judge, Objective objective)
    {
        (Roster, Judge, Objective, Glances) = (roster, judge, objective, new Glances(roster));
        relationships = [.. Enumerable.Range(0, roster.Types.Count).Select(type => new RelationshipBounds(roster, Glances, type))];
    }

    public Roster Roster { get; }

    public Judge Judge { get; }

    public Objective Objective { get; }

    public Glances Glances { get; }

    /// <summary>A first choice: of a few hundred others, the same everywhere, the best of each person's.</summary>
    public List<CandidatePair> Sample() => OptionsOf(relationships.SelectMany(bounds => new PairSample(this, bounds).All()));

    /// <summary>Pairs that the certificate does not cover, the best few of each person; none if it covers all pairs but those <paramref name="apart"/>.</summary>
    public List<CandidatePair> Uncovered(SeatPrices prices, IReadOnlySet<(int, int)> apart) =>
        OptionsOf(relationships.SelectMany(bounds => new PairWalk(this, bounds, prices, apart).All()));

    private List<CandidatePair> OptionsOf(IEnumerable<(int One, int Other)> ends) =>
        [.. ends.Distinct().Order().AsParallel().AsOrdered().SelectMany(pair => Judge.Options(pair.One, pair.Other))];
}
