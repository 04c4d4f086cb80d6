using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Turns the snapshot of a round into its plan: who meets whom, in which relationship and why; who does not, and why. Pure: the same snapshot gives the same
/// plan on any machine. Hard rules first; then, in strict order, most people, those left out longest, fewest trios, fewest repeats, best quality (see <see cref="Objective"/>).
/// </summary>
public static class Matchmaker
{
    private const int MostReasons = 3;

    public static PairingPlan Plan(RoundSnapshot snapshot)
    {
        var roster = new Roster(snapshot);
        var judge = new Judge(roster);
        var pairs = CandidatePairs.Of(roster, judge);
        var solver = new RoundSolver(pairs, new Objective(roster), roster.Count);
        var seating = new OddOneOut(solver, pairs, table => Table.Of(roster, judge, table) is not null).Seat();

        var tables = seating.Tables.Select(people => TableOf(roster, judge, pairs, people)).ToList();
        if (snapshot.Rules.GroupSize > 2) tables = new Groups(roster, judge, pairs, snapshot.Rules.GroupSize).Gather(tables);

        var served = tables.SelectMany(table => table.People).ToHashSet();
        var leftOver = roster.People.Where(person => !served.Contains(person.Index)).ToList();
        var explainer = new SitOutExplainer(roster, judge, pairs, tables);
        var isOddOne = tables.TrueForAll(table => table.People.Count == 2) && leftOver.Count(person => pairs.PartnersOf[person.Index] > 0) == 1;
        return new PairingPlan(
            [.. tables.OrderBy(table => table.People.Min()).Select(table => PairingOf(roster, judge, table))],
            [.. leftOver.Select(person => explainer.Explain(person, isOddOne))],
            new PlanProof(seating.Weight, pairs.All.Count, Holds: true, roster.Count * (roster.Count - 1L) / 2,
                snapshot.Rules.GroupSize > 2 ? GroupBound.Of(roster, judge, pairs, tables, snapshot.Rules.GroupSize) : null));
    }

    private static Table TableOf(Roster roster, Judge judge, CandidatePairs pairs, int[] people)
    {
        if (people.Length > 2) return Table.Of(roster, judge, people)!;

        var pair = pairs.Between(people[0], people[1])!.Value;
        return roster.Types[pair.Type].IsSymmetric
            ? new Table(pair.Type, [pair.Seeker, pair.Giver], Table.NoHub, false)
            : new Table(pair.Type, [pair.Seeker, pair.Giver], 1, true);
    }

    private static PlannedPairing PairingOf(Roster roster, Judge judge, Table table)
    {
        var type = roster.Types[table.Type];
        var members = table.People
            .Select((person, place) => (Person: person, IsSeeker: table.IsSeeker(place)))
            .OrderBy(member => member.IsSeeker ? 0 : 1).ThenBy(member => member.Person)
            .Select(member => new PlannedMember(roster.People[member.Person].Facts.PersonId, (member.IsSeeker ? type.SeekerRole : type.GiverRole).Key));
        var fits = table.Fits(roster, judge).ToList();
        return new PlannedPairing(type.Key, [.. members], ReasonsFor(judge, fits), (long)fits.Average(fit => judge.Quality(fit)));
    }

    /// <summary>What is particular comes before what holds for most pairs; then the strongest first. In a trio each reason is true of the two it names.</summary>
    private static List<string> ReasonsFor(Judge judge, List<Fit> fits) =>
    [
        .. fits.SelectMany(judge.Reasons)
            .OrderBy(reason => reason.IsGeneral).ThenByDescending(reason => reason.Strength).ThenBy(reason => reason.Sentence, StringComparer.Ordinal)
            .Select(reason => reason.Sentence).Distinct(StringComparer.Ordinal).Take(MostReasons),
    ];
}
