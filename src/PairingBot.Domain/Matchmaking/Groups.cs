namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Groups of three to eight. The best division into groups of three or more is NP-hard (already whether triangles can cover a graph: Garey and Johnson,
/// Computers and Intractability, 1979, problem GT11), so this is a heuristic, and <see cref="GroupBound"/> says how far from the best it is at most. The proved pairs of the round are the start;
/// as many of the best as there are to be groups stay together as cores, the others rise and join, one person a core and round of joining, where the average
/// quality towards those who sit there is best and no rule stands against it. Whoever finds no seat sits down with their first partner again, or keeps
/// joining; so a round in groups serves everybody whom a round in pairs serves.
/// </summary>
internal sealed class Groups(Roster roster, Judge judge, CandidatePairs pairs, int size)
{
    private const int CoreSeats = 2;

    public List<Table> Gather(List<Table> start)
    {
        var placeable = roster.People.Count(person => pairs.HasPartner(person.Index));
        var wanted = (placeable + size - 1) / size;
        var strongest = start.OrderByDescending(QualityOf).ThenBy(table => table.People.Min()).ToList();
        var groups = strongest.Take(wanted).ToList();
        var standing = Enumerable.Range(0, roster.Count).Where(person => pairs.HasPartner(person)).ToHashSet();
        foreach (var group in groups) standing.ExceptWith(group.People);

        while (JoinOneEach(groups, standing))
        {
        }

        SitDownAgain(strongest.Skip(wanted), groups, standing);
        return groups;
    }

    /// <summary>Every group takes at most one, best joining first, so that groups grow evenly.</summary>
    private bool JoinOneEach(List<Table> groups, HashSet<int> standing)
    {
        var offers = new List<(int Quality, int Person, int Group)>();
        for (var group = 0; group < groups.Count; group++)
        {
            if (groups[group].People.Count >= size) continue;

            foreach (var person in standing)
            {
                if (MayFit(groups[group], person)) offers.Add((QualityTowards(groups[group], person), person, group));
            }
        }

        var grown = new HashSet<int>();
        foreach (var (_, person, group) in offers.OrderByDescending(offer => offer.Quality).ThenBy(offer => offer.Person).ThenBy(offer => offer.Group))
        {
            // The rules of the whole table are asked only now: of millions of offers few are looked at.
            if (!standing.Contains(person) || grown.Contains(group) || Join(groups[group], person) is not { } joined) continue;

            groups[group] = joined;
            grown.Add(group);
            standing.Remove(person);
        }

        return grown.Count > 0;
    }

    private void SitDownAgain(IEnumerable<Table> dissolved, List<Table> groups, HashSet<int> standing)
    {
        foreach (var table in dissolved)
        {
            if (!table.People.Any(standing.Contains)) continue;

            var back = table.People.Where(person => !standing.Contains(person)).ToList();
            if (back.Count > 0 && !TakeBack(groups, back)) continue;

            groups.Add(table);
            standing.ExceptWith(table.People);
        }
    }

    // The others of a group stay a table without its newest guests: every group grew from a core one seat at a time.
    private bool TakeBack(List<Table> groups, List<int> people)
    {
        var changed = new Dictionary<int, Table>();
        foreach (var person in people)
        {
            var at = groups.FindIndex(group => group.People.Contains(person));
            var rest = changed.GetValueOrDefault(at, groups[at]).People.Where(other => other != person).ToList();
            if (Sit(rest) is not { } table) return false;

            changed[at] = table;
        }

        foreach (var (at, table) in changed) groups[at] = table;
        return true;
    }

    // The one in the middle stays one of the core, so that any guest can be taken back without breaking the table.
    private Table? Join(Table group, int person) =>
        Table.Of(roster, judge, [.. group.People, person]) is { } table && table.Hub < CoreSeats ? table : null;

    /// <summary>Whoever joins is no middle, so must be able to meet one of the core.</summary>
    private bool MayFit(Table group, int person) => pairs.Between(group.People[0], person) is not null || pairs.Between(group.People[1], person) is not null;

    private Table? Sit(List<int> people) => people.Count < 2 ? null : Table.Of(roster, judge, people);

    private int QualityTowards(Table group, int person) => (int)group.People.Average(other => pairs.Between(other, person)?.Quality ?? 0);

    private double QualityOf(Table table) => table.Fits(roster, judge).Average(fit => judge.Quality(fit));
}
