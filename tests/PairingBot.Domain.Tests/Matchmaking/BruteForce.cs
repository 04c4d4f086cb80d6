using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

/// <summary>
/// What a plan is worth by the order of aims. <paramref name="Debts"/>: how often those who are served were left out, longest first.
/// <paramref name="Quality"/>: less a million, more than eight people's, for each two who met before, and 10,001 for a giver's second conversation, twice that for the third.
/// </summary>
internal sealed record PlanValue(int Served, int[] Debts, int Trios, long Quality)
{
    public int Against(PlanValue other)
    {
        var order = Served.CompareTo(other.Served);
        for (var i = 0; order == 0 && i < Debts.Length; i++) order = Debts[i].CompareTo(other.Debts[i]);
        if (order == 0) order = other.Trios.CompareTo(Trios);
        return order != 0 ? order : Quality.CompareTo(other.Quality);
    }

    public override string ToString() => $"{Served} served, debts {string.Join(',', Debts)}, {Trios} trios, quality {Quality}";
}

/// <summary>
/// Tries every division of up to eight people into pairs and trios. Which tables are possible, and how good, it learns by asking for rounds of only those two
/// or three people, so it shares no search with the round that it judges.
/// </summary>
internal sealed class BruteForce
{
    private readonly RoundSnapshot snapshot;
    private readonly Candidate[] people;
    private readonly long?[,] pairs;
    private readonly long?[,] besides;
    private readonly Dictionary<int, long?> trios = [];

    public BruteForce(RoundSnapshot snapshot)
    {
        this.snapshot = snapshot;
        people = [.. snapshot.Candidates.OrderBy(person => person.PersonId)];
        (pairs, besides) = (new long?[people.Length, people.Length], new long?[people.Length, people.Length]);
        for (var i = 0; i < people.Length; i++)
        {
            for (var j = 0; j < people.Length; j++) besides[i, j] = i != j && people[j].Capacity > 1 ? AskAsGiver(seeker: i, giver: j) : null;
            for (var j = i + 1; j < people.Length; j++) pairs[i, j] = pairs[j, i] = Ask(i, j) is [var only] ? only.Quality - (HaveMet(i, j) ? 1_000_000 : 0) : null;
        }
    }

    public PlanValue Best() => Best(0, [], 0, 0, new int[people.Length]);

    public PlanValue ValueOf(PairingPlan plan)
    {
        var tables = plan.Pairings.Select(pairing => pairing.Members.Select(member => Array.FindIndex(people, person => person.PersonId == member.PersonId)).ToArray()).ToList();
        var served = tables.SelectMany(table => table).Distinct().ToList();
        // Which of a giver's conversations is the one besides, is open; the best reading counts, as the plan's own value does.
        return Readings(tables, 0, 0, new int[people.Length]).Select(quality => Value(served, tables.Count(table => table.Length == 3), quality)).Aggregate(Max);
    }

    private IEnumerable<long> Readings(List<int[]> tables, int next, int taken, int[] extra)
    {
        if (next == tables.Count) return [0];
        var table = tables[next];
        var mask = table.Sum(person => 1 << person);
        var quality = table.Length == 2 ? pairs[table[0], table[1]] : Trio(table[0], table[1], table[2]);
        var asOwn = (taken & mask) == 0 ? Readings(tables, next + 1, taken | mask, extra).Select(rest => rest + quality!.Value) : [];
        var asBesides = table.Length == 2
            ? new[] { (table[0], table[1]), (table[1], table[0]) }.SelectMany(pair => SitBesides(pair.Item1, pair.Item2, taken, extra) is { } worth
                ? Readings(tables, next + 1, taken | (1 << pair.Item1), With(extra, pair.Item2)).Select(rest => rest + worth) : [])
            : [];
        return asOwn.Concat(asBesides);
    }

    private long? SitBesides(int seeker, int giver, int taken, int[] extra) =>
        (taken & (1 << seeker)) != 0 || extra[giver] >= people[giver].Capacity - 1 ? null : besides[seeker, giver] - (extra[giver] + 1) * 10_001;

    private static int[] With(int[] extra, int giver) => [.. extra.Select((count, person) => person == giver ? count + 1 : count)];

    private PlanValue Best(int taken, List<int> served, int trioCount, long quality, int[] extra)
    {
        var first = Enumerable.Range(0, people.Length).FirstOrDefault(person => (taken & (1 << person)) == 0, -1);
        if (first < 0) return Value(served, trioCount, quality);

        var best = Best(taken | (1 << first), served, trioCount, quality, extra);
        for (var giver = 0; giver < people.Length; giver++)
        {
            if (giver != first && SitBesides(first, giver, taken, extra) is { } worth)
                best = Max(best, Best(taken | (1 << first), [.. served, first], trioCount, quality + worth, With(extra, giver)));
        }

        for (var second = first + 1; second < people.Length; second++)
        {
            if ((taken & (1 << second)) != 0) continue;

            if (pairs[first, second] is { } pair) best = Max(best, Best(taken | (1 << first) | (1 << second), [.. served, first, second], trioCount, quality + pair, extra));
            for (var third = second + 1; third < people.Length; third++)
            {
                if ((taken & (1 << third)) != 0 || Trio(first, second, third) is not { } trio) continue;

                best = Max(best, Best(taken | (1 << first) | (1 << second) | (1 << third), [.. served, first, second, third], trioCount + 1, quality + trio, extra));
            }
        }

        return best;
    }

    private static PlanValue Max(PlanValue one, PlanValue other) => one.Against(other) >= 0 ? one : other;

    private PlanValue Value(List<int> served, int trioCount, long quality) =>
        new(served.Count, [.. served.Select(person => people[person].TimesLeftOut).OrderDescending()], trioCount, quality);

    private long? Trio(int a, int b, int c)
    {
        var key = (1 << a) | (1 << b) | (1 << c);
        if (trios.TryGetValue(key, out var known)) return known;

        var stars = new[] { pairs[a, b] + pairs[a, c], pairs[b, a] + pairs[b, c], pairs[c, a] + pairs[c, b] };
        return trios[key] = Ask(a, b, c) is [{ Members.Count: 3 }] ? stars.Max() : null;
    }

    private long? AskAsGiver(int seeker, int giver)
    {
        var sided = snapshot with
        {
            Rules = snapshot.Rules with { RelationshipTypes = [.. snapshot.Rules.RelationshipTypes.Where(type => type != "peer")] },
            Candidates = [people[seeker] with { Offers = [] }, people[giver] with { Seeks = [] }],
            ReportingLines = [.. snapshot.ReportingLines, .. Lines()],
        };
        return Matchmaker.Plan(sided).Pairings is [var only] ? only.Quality - (HaveMet(seeker, giver) ? 1_000_000 : 0) : null;
    }

    // Whoever is not asked stays in the reporting lines.
    private IEnumerable<ReportingLine> Lines() => people.Where(person => person.ManagerId is not null).Select(person => new ReportingLine(person.PersonId, person.ManagerId!.Value));

    private bool HaveMet(int i, int j)
    {
        Guid[] both = [people[i].PersonId, people[j].PersonId];
        return snapshot.History.Any(meeting => both.Contains(meeting.One) && both.Contains(meeting.Other) && meeting.One != meeting.Other);
    }

    private List<PlannedPairing> Ask(params int[] chosen)
    {
        var plan = Matchmaker.Plan(snapshot with { Candidates = [.. chosen.Select(person => people[person])], ReportingLines = [.. snapshot.ReportingLines, .. Lines()] });
        return [.. plan.Pairings];
    }
}
