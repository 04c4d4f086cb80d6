using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

/// <summary>The same people, round after round: plays the rounds as they would be planned, and keeps who met.</summary>
internal sealed class OneProgram(Candidate[] people, int coolDown, long seed)
{
    private static readonly string[] Departments = ["Engineering", "Design", "Sales", "Finance"];
    private static readonly string[] Places = ["Lisbon", "Pune", "Austin"];
    private static readonly string[] Skills = ["sql", "hiring", "facilitation", "negotiation"];

    public List<PastMeeting> History { get; } = [];

    public Dictionary<Guid, int> Debts { get; } = people.ToDictionary(person => person.PersonId, _ => 0);

    public RoundSnapshot Snapshot(int round)
    {
        var snapshot = Some.Round([.. people.Select(person => person with { TimesLeftOut = Debts[person.PersonId] })]);
        return snapshot with { RoundNumber = round, Seed = RoundSeed.After(seed, round), History = [.. History], Rules = snapshot.Rules with { CoolDownRounds = coolDown } };
    }

    public (PairingPlan Plan, int Repeats) Play(int round)
    {
        var plan = Matchmaker.Plan(Snapshot(round));
        foreach (var person in people) Debts[person.PersonId] = plan.SitOuts.Any(sitOut => sitOut.PersonId == person.PersonId) ? Debts[person.PersonId] + 1 : 0;
        var met = History.Select(Ends).ToHashSet();
        var meetings = plan.Pairings.SelectMany(pairing => Meetings(pairing, round)).ToList();
        History.AddRange(meetings);
        return (plan, meetings.Count(meeting => met.Contains(Ends(meeting))));
    }

    /// <summary>People as they are: four levels, three places with their working hours, managers, goals, and some who look for a mentor or are one.</summary>
    public static Candidate[] Colleagues(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, count).Select(number => Colleague(number, random))];
    }

    private static Candidate Colleague(int number, Random random)
    {
        var place = random.Next(3);
        var (level, start) = (random.Next(1, 5), new[] { 540, 240, 840 }[place]);
        var wish = random.Next(6);
        return Some.Person(number) with
        {
            Level = level, YearsOfExperience = level * 4 + random.Next(4), Department = Departments[random.Next(4)], Location = Places[place],
            WorkingMinutes = [new MinuteRange(start, start + 480)],
            ManagerId = number > 6 ? Some.Id(1 + number % 6) : null,
            Seeks = wish == 0 ? ["mentor", "peer"] : wish == 1 && level < 3 ? ["mentor"] : ["peer"],
            Offers = level > 2 && random.Next(2) == 0 ? ["mentor"] : [],
            SkillsOffered = Some.Skills(Skills[random.Next(4)], random.Next(1, 6)), SkillsWanted = Some.Skills(Skills[random.Next(4)], 2),
            Goal = random.Next(3) == 0 ? "learn " + Skills[random.Next(4)] : null,
        };
    }

    private static IEnumerable<PastMeeting> Meetings(PlannedPairing pairing, int round) =>
        from one in pairing.Members from other in pairing.Members where one.PersonId < other.PersonId select new PastMeeting(one.PersonId, other.PersonId, round);

    private static (Guid, Guid) Ends(PastMeeting met) => met.One < met.Other ? (met.One, met.Other) : (met.Other, met.One);
}
