using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

/// <summary>A program of sixty people, week by week for three years: what they wish for comes round, and nobody is worn out.</summary>
public sealed class ThreeYearsTests
{
    private const int Weeks = 156, HalfAYear = 26, CoolDown = 6;

    [Fact]
    public void Sixty_people_come_to_have_the_relationships_that_they_wish_for()
    {
        var (world, forgetful) = (new World(Company(), remembers: true), new World(Company(), remembers: false));
        List<double> coverage = [];
        for (var week = 1; week <= Weeks; week++)
        {
            world.Play(week);
            forgetful.Play(week);
            if (week % HalfAYear == 0) coverage.Add(world.Coverage());
        }

        Assert.Equal(coverage.Order(), coverage);
        Assert.True(coverage[0] > 0.9 && coverage[^1] > coverage[0], string.Join(", ", coverage));
        Assert.True(world.Coverage() > forgetful.Coverage(), "remembering what people had makes no difference");
        Assert.Equal(RelationshipCatalog.All.Count, world.Types.Count);
        Assert.Equal(0, world.LeftOut);
    }

    private static Candidate[] Company()
    {
        var random = new Random(11);
        string[] departments = ["Engineering", "Sales", "People"], skills = ["facilitation", "sql", "hiring", "negotiation"];
        return [.. Enumerable.Range(1, 60).Select(number =>
        {
            var level = number <= 8 ? 5 : number <= 20 ? 4 : number <= 36 ? 3 : number <= 50 ? 2 : 1;
            return Some.Person(number) with
            {
                Level = level, YearsOfExperience = (level * 5) + random.Next(4), Department = departments[number % 3], Capacity = number % 10 == 0 ? 2 : 1,
                Seeks = level <= 3 ? ["mentor", "coach", "sponsor", "peer"] : ["peer"],
                Offers = level >= 4 ? ["mentor", "sponsor", "coach"] : level == 3 ? ["coach"] : [],
                SkillsOffered = Some.Skills(skills[random.Next(4)], Math.Min(5, level + 1)), SkillsWanted = Some.Skills(skills[random.Next(4)], Math.Min(2, level)),
                ManagerId = number > 20 ? Some.Id(9 + (number % 12)) : number > 8 ? Some.Id(1 + (number % 8)) : null,
            };
        })];
    }

    private sealed class World(Candidate[] people, bool remembers)
    {
        private readonly Dictionary<(Guid Person, string Type), int> had = [];
        private readonly List<PastMeeting> history = [];
        private readonly List<(int Week, Guid Giver)> given = [];
        private readonly Dictionary<Guid, int> debts = people.ToDictionary(person => person.PersonId, _ => 0);

        public int LeftOut { get; private set; }

        public HashSet<string> Types { get; } = [];

        public void Play(int week)
        {
            var snapshot = Snapshot(week);
            var plan = Matchmaker.Plan(snapshot);
            new HardRules(snapshot).AssertKept(plan); // the cool-down and everybody's capacity among them
            foreach (var pairing in plan.Pairings)
            {
                Types.Add(pairing.RelationshipType);
                var type = RelationshipCatalog.Find(pairing.RelationshipType)!;
                history.AddRange(pairing.MeetingsIn(week));
                foreach (var member in pairing.Members)
                {
                    if (type.IsSymmetric || member.Role == type.SeekerRole.Key) had[(member.PersonId, type.Key)] = week;
                    else given.Add((week, member.PersonId));
                }
            }

            foreach (var person in people) debts[person.PersonId] = plan.SitOuts.Any(sitOut => sitOut.PersonId == person.PersonId) ? debts[person.PersonId] + 1 : 0;
            LeftOut += plan.SitOuts.Count;
        }

        /// <summary>Of the relationships that people seek, the share that they have had.</summary>
        public double Coverage() => people.Average(person => person.Seeks.Count(type => had.ContainsKey((person.PersonId, type))) / (double)person.Seeks.Count);

        private RoundSnapshot Snapshot(int week)
        {
            var snapshot = Some.Round([.. people.Select(person => person with
            {
                TimesLeftOut = debts[person.PersonId],
                Had = [.. had.Where(each => remembers && each.Key.Person == person.PersonId).Select(each => new HadRelationship(each.Key.Type, week - each.Value))],
                GivenLately = given.Count(each => each.Giver == person.PersonId && each.Week >= week - Candidate.LatelyRounds),
            })]);
            return snapshot with { RoundNumber = week, Seed = RoundSeed.After(3, week), History = [.. history], Rules = snapshot.Rules with { CoolDownRounds = CoolDown } };
        }
    }
}
