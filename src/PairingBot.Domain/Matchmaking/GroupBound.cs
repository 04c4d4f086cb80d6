using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// What no plan in groups can exceed. Served: whoever is served meets somebody they may meet, and at a table of k nobody is met by more than k - 1; as a flow
/// this bounds how many can be (in a large round, simply those who have a possible partner; and where not every pair was weighed, anybody's best is the best there is). Quality: k people count k times the mean of their
/// conversations. Shared out, each counts the mean of their own, and that is at most the best of all their possible partners; so the best sum of as many
/// people as can be served is a bound, whoever they are.
/// </summary>
internal static class GroupBound
{
    private const int MostPairsForFlow = 100_000;

    public static GroupGap Of(Roster roster, Judge judge, CandidatePairs pairs, IReadOnlyList<Table> tables, int size)
    {
        var best = new int[roster.Count];
        if (!pairs.AreAll) Array.Fill(best, Judge.MostQuality);
        foreach (var pair in pairs.All)
        {
            best[pair.Seeker] = Math.Max(best[pair.Seeker], pair.Quality);
            best[pair.Giver] = Math.Max(best[pair.Giver], pair.Quality);
        }

        var most = MostServed(roster.Count, pairs, size);
        return new GroupGap(
            tables.Sum(table => table.People.Count), most, tables.Sum(table => QualityOf(roster, judge, table)),
            best.OrderDescending().Take(most).Sum(quality => (long)quality));
    }

    public static long QualityOf(Roster roster, Judge judge, Table table) =>
        (long)(table.People.Count * table.Fits(roster, judge).Average(fit => judge.Quality(fit)));

    private static int MostServed(int people, CandidatePairs pairs, int size)
    {
        if (!pairs.AreAll || pairs.All.Count > MostPairsForFlow) return Enumerable.Range(0, people).Count(pairs.HasPartner);

        var flow = new MaximumFlow(2 * people + 2);
        for (var person = 0; person < people; person++)
        {
            flow.Add(2 * people, person, 1);
            flow.Add(people + person, 2 * people + 1, size - 1);
        }

        foreach (var pair in pairs.All)
        {
            flow.Add(pair.Seeker, people + pair.Giver, 1);
            flow.Add(pair.Giver, people + pair.Seeker, 1);
        }

        return (int)flow.Push(2 * people, 2 * people + 1, people);
    }
}
