using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

/// <summary>Rounds of all kinds from one number: dense and sparse, with and without facts, with managers, silent wishes, histories and debts.</summary>
internal static class RandomRosters
{
    private static readonly string[] Types = ["peer", "mentor", "coach", "sponsor"];
    private static readonly string[] Skills = ["facilitation", "sql", "hiring", "public speaking", "negotiation", "testing"];
    private static readonly string[] Departments = ["Engineering", "Design", "Sales", "Finance", "People"];
    private static readonly string[] Places = ["Lisbon", "Berlin", "Austin", "Pune"];
    private static readonly string[] Fields = ["nursing", "teaching", "the navy"];
    private static readonly string[] Titles = ["Data Engineer", "Product Designer", "Account Executive", "Senior Data Analyst", "Recruiter"];
    private static readonly string[] Goals = ["run better meetings", "speak at a conference", "hire my first engineer", "understand our data", "say no more often"];

    public static RoundSnapshot Make(int seed, int most = 24, int? groupSize = null)
    {
        var random = new Random(seed);
        var count = random.Next(1, most + 1);
        var sparse = random.Next(3);
        var past = new Random(~seed);
        var people = Enumerable.Range(1, count).Select(number => WithPast(past, Person(random, number, count, sparse))).ToArray();
        return Some.Round(people) with
        {
            RoundNumber = 30,
            Seed = random.NextInt64(),
            Rules = new ProgramRules(random.Next(4) == 0 ? ["peer", "mentor"] : Types, groupSize ?? 2, random.Next(0, 6)),
            History = [.. Enumerable.Range(0, count * random.Next(0, 4)).Select(_ => Meeting(random, count)).Where(meeting => meeting.One != meeting.Other)],
            ReportingLines = [new ReportingLine(Some.Id(900), Some.Id(1)), new ReportingLine(Some.Id(901), Some.Id(900))],
        };
    }

    private static Candidate Person(Random random, int number, int count, int sparse)
    {
        if (random.Next(6) == 0) return Some.Person(number);

        return new Candidate
        {
            PersonId = Some.Id(number),
            Name = $"Name{number}",
            Level = Maybe(random, () => random.Next(1, 7)),
            YearsOfExperience = Maybe(random, () => random.Next(0, 35)),
            Department = MaybeOf(random, Departments),
            Location = MaybeOf(random, Places),
            Title = MaybeOf(random, Titles),
            Goal = MaybeOf(random, Goals),
            Seeks = [.. Types.Where(_ => random.Next(2 + sparse) == 0)],
            Offers = [.. Types.Where(_ => random.Next(2 + sparse) == 0)],
            SkillsOffered = [.. Skills.Where(_ => random.Next(3) == 0).Select(skill => new SkillFact(skill, random.Next(1, 6)))],
            SkillsWanted = [.. Skills.Where(_ => random.Next(4) == 0).Select(skill => new SkillFact(skill, random.Next(1, 4)))],
            Capacity = random.Next(4) == 0 ? random.Next(2, 4) : 1,
            ManagerId = random.Next(3) == 0 ? Some.Id(random.Next(8) == 0 ? 901 : random.Next(1, count + 1)) : null,
            WorkingMinutes = Maybe(random, () => random.Next(0, 16) * 60) is { } start ? [new MinuteRange(start, start + 480)] : [],
            DoNotMatch = random.Next(5) == 0 ? [Some.Id(random.Next(1, count + 1))] : [],
            TimesLeftOut = random.Next(4) == 0 ? random.Next(1, 4) : 0,
        };
    }

    private static Candidate WithPast(Random random, Candidate person) => person with
    {
        EveryRounds = 1 << random.Next(0, 3),
        RoundsSincePaired = Maybe(random, () => random.Next(1, 20)),
        GivenLately = random.Next(3) == 0 ? random.Next(1, 12) : 0,
        Had = [.. Types.Where(_ => random.Next(3) == 0).Select(type => new HadRelationship(type, random.Next(1, 40)))],
        FormerFields = [.. Fields.Where(_ => random.Next(4) == 0)],
        FormerPlaces = [.. Places.Where(_ => random.Next(4) == 0)],
        Tenure = Maybe(random, () => random.Next(0, 20)),
    };

    private static PastMeeting Meeting(Random random, int count) =>
        new(Some.Id(random.Next(1, count + 1)), Some.Id(random.Next(1, count + 1)), random.Next(1, 30));

    private static int? Maybe(Random random, Func<int> value) => random.Next(3) == 0 ? null : value();

    private static string? MaybeOf(Random random, string[] values) => random.Next(3) == 0 ? null : values[random.Next(values.Length)];
}
