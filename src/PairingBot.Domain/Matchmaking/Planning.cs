using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>The steps from a roster to a plan: the pairs to weigh, the proved seating, the tables, the words.</summary>
internal sealed class Planning(Roster roster)
{
    private const int MostReasons = 3;

    private readonly Judge judge = new(roster);

    /// <summary>In a round of so many people or fewer every pair is weighed; in a larger one <see cref="PairSearch"/> says which.</summary>
    public int MostWeighedAll { get; init; } = 250;

    /// <summary>The plan that was made before somebody left or joined; null for a first plan.</summary>
    public EarlierPlan? Earlier { get; init; }

    public PairingPlan Plan()
    {
        if (roster.Count == 0) return new PairingPlan([], [], new PlanProof(0, 0, Holds: true));

        var pairs = new CandidatePairs(roster, judge);
        var seating = new OddOneOut(Solver(pairs), pairs, table => Table.Of(roster, judge, table) is not null).Seat();
        var tables = seating.Tables.Select(TableOf).ToList();
        tables.AddRange(seating.Besides.Select(pair => TableOf(judge.BestBesides(pair.Seeker, pair.Giver)!.Value)));
        var size = roster.Snapshot.Rules.GroupSize;
        if (size > 2) tables = new Groups(roster, judge, pairs, size).Gather(tables);

        var served = tables.SelectMany(table => table.People).ToHashSet();
        var leftOver = roster.People.Where(person => !served.Contains(person.Index)).ToList();
        var explainer = new SitOutExplainer(roster, judge, pairs, tables, leftOver);
        var isOddOne = tables.TrueForAll(table => table.People.Count == 2) && leftOver.Count(person => pairs.HasPartner(person.Index)) == 1;
        return new PairingPlan(
            [.. tables.OrderBy(table => table.People.Min()).AsParallel().AsOrdered().Select(PairingOf)],
            [.. leftOver.AsParallel().AsOrdered().Select(person => explainer.Explain(person, isOddOne))],
            new PlanProof(seating.Weight, pairs.All.Count, Holds: true, roster.Count * (roster.Count - 1L) / 2, seating.Certificate)
            {
                Groups = size > 2 ? GroupBound.Of(roster, judge, pairs, tables, size) : null,
            });
    }

    private RoundSolver Solver(CandidatePairs pairs)
    {
        var kept = Earlier?.PairsIn(roster);
        var objective = new Objective(roster, kept);
        var start = kept is null ? null : Earlier!.AsStartOf(roster, kept.Keys, objective);
        if (roster.Count <= MostWeighedAll)
        {
            pairs.AddAll();
            return new RoundSolver(roster, pairs, objective, search: null) { Start = start };
        }

        var search = new PairSearch(roster, judge, objective);
        pairs.Add(search.Sample(kept is null ? [] : kept.Keys));
        return new RoundSolver(roster, pairs, objective, search) { Start = start };
    }

    private Table TableOf(int[] people) =>
        people.Length > 2 ? Table.Of(roster, judge, people)! : TableOf(judge.Best(people[0], people[1])!.Value);

    private Table TableOf(CandidatePair pair) => roster.Types[pair.Type].IsSymmetric
        ? new Table(pair.Type, [pair.Seeker, pair.Giver], Table.NoHub, false)
        : new Table(pair.Type, [pair.Seeker, pair.Giver], 1, true);

    private PlannedPairing PairingOf(Table table)
    {
        var type = roster.Types[table.Type];
        var members = table.People
            .Select((person, place) => (Person: person, IsSeeker: table.IsSeeker(place)))
            .OrderBy(member => member.IsSeeker ? 0 : 1).ThenBy(member => member.Person)
            .Select(member => new PlannedMember(roster.People[member.Person].Facts.PersonId, (member.IsSeeker ? type.SeekerRole : type.GiverRole).Key));
        var fits = table.Fits(roster, judge).ToList();
        return new PlannedPairing(type.Key, [.. members], ReasonsFor(fits), (long)fits.Average(fit => judge.Quality(fit)));
    }

    /// <summary>What is particular comes before what holds for most pairs; then the strongest first. In a trio each reason is true of the two it names.</summary>
    private List<string> ReasonsFor(List<Fit> fits) =>
    [
        .. fits.SelectMany(judge.Reasons)
            .OrderBy(reason => reason.IsGeneral).ThenByDescending(reason => reason.Strength).ThenBy(reason => reason.Sentence, StringComparer.Ordinal)
            .Select(reason => reason.Sentence).Distinct(StringComparer.Ordinal).Take(MostReasons),
    ];
}
