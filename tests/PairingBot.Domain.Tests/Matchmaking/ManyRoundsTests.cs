using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

public sealed class ManyRoundsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Fifty_people_meet_everybody_in_forty_nine_rounds_without_a_repeat(int seed)
    {
        var people = Enumerable.Range(1, 50).Select(number => Some.Person(number)).ToArray();
        var history = Play(people, rounds: 49, coolDown: 0, seed);
        Assert.Equal(49 * 25, history.Count);
        Assert.Equal(0, history.Count - history.Select(Ends).Distinct().Count());
    }

    [Fact]
    public void Whoever_is_left_out_comes_first_next_time()
    {
        // One mentor for five mentees who may not sit beside each other: one of them a round.
        var mentees = Enumerable.Range(2, 5).Select(number => Some.Mentee(number, level: 2)).ToArray();
        var apart = mentees.Select(mentee => mentee with { DoNotMatch = [.. mentees.Where(other => other != mentee).Select(other => other.PersonId)] });
        var history = Play([Some.Mentor(1, level: 4), .. apart], rounds: 10, coolDown: 0, seed: 3);
        Assert.All(mentees, mentee => Assert.Equal(2, history.Count(met => met.One == mentee.PersonId || met.Other == mentee.PersonId)));
        Assert.Equal(5, history.Take(5).Select(Ends).Distinct().Count());
    }

    [Fact]
    public void Sixty_people_with_facts_seldom_repeat_in_a_year_and_never_inside_the_cool_down()
    {
        var random = new Random(5);
        var departments = new[] { "Engineering", "Design", "Sales", "Finance" };
        var people = Enumerable.Range(1, 60).Select(number => Some.Person(number) with
        {
            Department = departments[random.Next(4)], Level = random.Next(2, 5), Location = random.Next(2) == 0 ? "Lisbon" : "Pune",
            SkillsOffered = Some.Skills("sql", random.Next(1, 6)), SkillsWanted = Some.Skills(random.Next(2) == 0 ? "sql" : "hiring", 2),
        }).ToArray();
        var history = Play(people, rounds: 30, coolDown: 8, seed: 5);
        Assert.Equal(30 * 30, history.Count);
        var repeats = history.Count - history.Select(Ends).Distinct().Count();
        Assert.True(repeats <= 9, $"{repeats} of 900 pairs met again");
    }

    private static List<PastMeeting> Play(Candidate[] people, int rounds, int coolDown, int seed)
    {
        var history = new List<PastMeeting>();
        var debts = people.ToDictionary(person => person.PersonId, _ => 0);
        for (var round = 1; round <= rounds; round++)
        {
            var snapshot = Some.Round([.. people.Select(person => person with { TimesLeftOut = debts[person.PersonId] })]);
            var plan = Matchmaker.Plan(snapshot with
            {
                RoundNumber = round, Seed = seed * 1000 + round, History = history, Rules = snapshot.Rules with { CoolDownRounds = coolDown },
            });
            foreach (var person in people) debts[person.PersonId] = plan.SitOuts.Any(sitOut => sitOut.PersonId == person.PersonId) ? debts[person.PersonId] + 1 : 0;
            history = [.. history, .. plan.Pairings.SelectMany(pairing => Meetings(pairing, round))];
        }

        return history;
    }

    private static IEnumerable<PastMeeting> Meetings(PlannedPairing pairing, int round) =>
        from one in pairing.Members from other in pairing.Members where one.PersonId < other.PersonId select new PastMeeting(one.PersonId, other.PersonId, round);

    private static (Guid, Guid) Ends(PastMeeting met) => met.One < met.Other ? (met.One, met.Other) : (met.Other, met.One);
}
