using PairingBot.Benchmarks.Engine;
using PairingBot.Domain.Rounds;

namespace PairingBot.Benchmarks.People;

/// <summary>A company of any size, the same for the same size: departments, places, years and wishes spread as in real ones (few are senior, few lead), some debts, four past rounds.</summary>
internal static class Company
{
    private static readonly string[] Departments = ["Engineering", "Sales", "Support", "Marketing", "Product", "Finance", "People", "Operations", "Design", "Data", "Legal", "Security"];
    private static readonly (string Place, int HoursFromUtc)[] Places = [("Lisbon", 0), ("Berlin", 1), ("Bengaluru", 5), ("Singapore", 8), ("New York", -5), ("Denver", -7), ("London", 0), ("Warsaw", 1)];
    private static readonly string[] Trades = ["Developer", "Account Executive", "Support Engineer", "Campaign Planner", "Product Owner", "Controller", "Recruiter", "Buyer", "Designer", "Analyst", "Counsel", "Auditor"];
    private static readonly string[] Skills =
    [
        "facilitation", "hiring", "speaking", "leadership", "feedback", "negotiation", "writing", "planning", "strategy", "sales", "customers", "data", "delegation", "conflict", "testing", "security",
        "finance", "coaching", "stakeholders", "onboarding", "sql", "python", "excel", "statistics", "design", "prototyping", "accessibility", "research", "interviews", "storytelling", "video", "photography",
        "contracts", "procurement", "logistics", "forecasting", "pricing", "accounting", "taxes", "audits", "networks", "databases", "kubernetes", "typescript", "rust", "mobile", "incidents", "observability",
        "branding", "seo", "events", "community", "localization", "french", "german", "japanese", "mindfulness", "ergonomics", "volunteering", "sustainability", "patents", "compliance", "estimation", "debugging",
    ];

    public static RoundSnapshot Of(int size)
    {
        var random = new SplitMix((ulong)size);
        var people = Enumerable.Range(0, size).Select(number => Person(random, number)).ToArray();
        return new RoundSnapshot
        {
            RoundNumber = 5,
            TakenAt = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero),
            Seed = 42,
            Rules = new ProgramRules(["mentor", "coach", "sponsor", "peer"], 2, 3),
            Candidates = people,
            History = [.. Enumerable.Range(1, 4).SelectMany(round => PastRound(random, people, round))],
        };
    }

    private static Candidate Person(SplitMix random, int number)
    {
        var years = random.Skewed(31);
        var (place, fromUtc) = Places[random.Skewed(Places.Length)];
        var department = random.Skewed(Departments.Length);
        var start = (9 - fromUtc) * 60;
        return new Candidate
        {
            PersonId = new Guid(number + 1, 0, 0, new byte[8]),
            Name = $"P{number}",
            Level = Math.Clamp(1 + years / 6 + random.Below(2), 1, 6),
            YearsOfExperience = years,
            Department = Departments[department],
            Location = place,
            Title = Trades[department],
            Goal = random.Below(3) == 0 ? null : $"get better at {Skills[random.Below(Skills.Length)]} before the spring",
            Seeks = Seeks(random),
            Offers = years < 8 ? ["peer"] : Offers(random),
            SkillsOffered = [.. Some(random, 4).Select(skill => new SkillFact(skill, 2 + random.Below(4)))],
            SkillsWanted = [.. Some(random, 3).Select(skill => new SkillFact(skill, 1 + random.Below(3)))],
            WorkingMinutes = Minutes(start < 0 ? start + 1440 : start),
            TimesLeftOut = random.Below(100) switch { < 90 => 0, < 98 => 1, _ => 2 },
        };
    }

    private static string[] Seeks(SplitMix random) => random.Below(4) switch { 0 => ["peer"], 1 => ["mentor", "peer"], 2 => ["coach", "peer"], _ => ["peer", "sponsor"] };

    private static string[] Offers(SplitMix random) => random.Below(4) switch { 0 => ["peer"], 1 => ["mentor"], 2 => ["coach", "mentor"], _ => ["peer", "sponsor"] };

    private static IEnumerable<string> Some(SplitMix random, int count) => Enumerable.Range(0, count).Select(_ => Skills[random.Below(Skills.Length)]).Distinct(StringComparer.Ordinal);

    private static MinuteRange[] Minutes(int start) =>
        start + 480 <= 1440 ? [new MinuteRange(start, start + 480)] : [new MinuteRange(start, 1440), new MinuteRange(0, start + 480 - 1440)];

    private static IEnumerable<PastMeeting> PastRound(SplitMix random, Candidate[] people, int round)
    {
        for (var i = 0; i + 1 < people.Length; i += 2)
        {
            var (one, other) = (people[random.Below(people.Length)], people[random.Below(people.Length)]);
            if (one != other) yield return new PastMeeting(one.PersonId, other.PersonId, round);
        }
    }
}
