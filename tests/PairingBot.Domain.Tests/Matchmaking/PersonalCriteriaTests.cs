using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Matchmaking.Criteria;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

public sealed class PersonalCriteriaTests
{
    private static readonly OwnRhythm Rhythm = new();
    private static readonly GiverLoad Load = new();

    /// <summary>Half of the score is each one's; the other half is kept at a person who is on time.</summary>
    [Theory]
    [InlineData(1, 1, 0)] // on time
    [InlineData(4, 4, 0)]
    [InlineData(4, 2, 0)] // early: their rhythm was slowed down
    [InlineData(1, 2, 25)]
    [InlineData(1, 4, 37)]
    [InlineData(4, 8, 25)] // twice what they asked for, as above
    [InlineData(4, 5, 10)] // one round late is little for them
    [InlineData(1, null, 50)]
    [InlineData(0, 1, 0)] // a stored rhythm out of range counts as every round
    public void A_wait_is_measured_by_ones_own_rhythm(int every, int? waited, int part) =>
        Assert.Equal(part, Rhythm.Score(Pair("peer", Some.Person(1) with { EveryRounds = every, RoundsSincePaired = waited }, Some.Person(2) with { RoundsSincePaired = 1 })));

    [Fact]
    public void Of_two_who_want_the_only_partner_the_more_overdue_has_them()
    {
        var late = Some.Mentee(2, level: 2) with { RoundsSincePaired = 3, DoNotMatch = [Some.Id(3)] };
        foreach (var (one, other, served) in new[] { (late, Punctual(3), 2), (late with { RoundsSincePaired = 1 }, Punctual(3) with { RoundsSincePaired = 5 }, 3) })
        {
            var plan = Matchmaker.Plan(Some.Round(Some.Mentor(1, level: 4), one, other));
            Assert.Equal(Some.Id(served), Assert.Single(plan.Pairings).Members[0].PersonId);
        }
    }

    [Theory]
    [InlineData(1, 0, 100)]
    [InlineData(1, 1, 93)]
    [InlineData(1, 4, 75)]
    [InlineData(1, 8, 50)] // all that they were ready for
    [InlineData(1, 40, 50)]
    [InlineData(5, 8, 90)] // who is ready for five carries more
    [InlineData(0, 4, 75)]
    public void A_giver_who_gave_much_scores_less(int capacity, int given, int score) =>
        Assert.Equal(score, Load.Score(Pair("mentor", Some.Mentee(1, level: 2), Some.Mentor(2, level: 4) with { Capacity = capacity, GivenLately = given })));

    [Fact]
    public void Whoever_seeks_is_not_held_back_by_what_they_gave() =>
        Assert.Equal(100, Load.Score(Pair("mentor", Some.Mentee(1, level: 2) with { GivenLately = 8 }, Some.Mentor(2, level: 4))));

    [Fact]
    public void Of_two_mentors_the_rested_one_is_asked()
    {
        var tired = Some.Mentor(1, level: 4) with { GivenLately = 6 };
        var rested = Some.Mentor(2, level: 4) with { GivenLately = 1 };
        Assert.Equal(Some.Id(2), GiverOf(Some.Mentee(3, level: 2), tired, rested));
        Assert.Equal(Some.Id(1), GiverOf(Some.Mentee(3, level: 2), tired with { GivenLately = 0 }, rested));
    }

    /// <summary>Also for people whose places in both lists happen to be alike.</summary>
    [Theory]
    [InlineData("peer", "peer")]
    [InlineData("peer", "mentor")]
    [InlineData("peer mentor", "mentor")]
    [InlineData("mentor peer", "mentor peer")]
    [InlineData("mentor", "coach peer")]
    [InlineData("", "")]
    public void Between_peers_it_makes_no_difference_who_gave(string seeks, string offers)
    {
        var giver = Some.Person(2) with { Seeks = Split(seeks), Offers = Split(offers), GivenLately = 8 };
        Assert.Equal(100, Load.Score(Pair("peer", Some.Person(1), giver)));
        Assert.Equal(100, Load.Score(Pair("peer", giver, Some.Person(1))));
    }

    [Theory]
    [InlineData("", "mentor")]
    [InlineData("mentor", "mentor")]
    [InlineData("peer", "mentor")]
    [InlineData("peer mentor", "coach mentor")]
    public void A_mentor_is_a_giver_whatever_else_they_wish(string seeks, string offers) =>
        Assert.Equal(50, Load.Score(Pair("mentor", Some.Mentee(1, level: 2), Some.Mentor(2, level: 4) with { Seeks = Split(seeks), Offers = Split(offers), GivenLately = 8 })));

    [Theory]
    [InlineData("mentor", "mentor", 100)]
    [InlineData("peer mentor", "mentor", 80)]
    [InlineData("peer mentor", "coach sponsor mentor", 40)]
    [InlineData("peer coach sponsor mentor", "mentor", 50)]
    public void A_dearer_wish_scores_more(string seeks, string offers, int score) =>
        Assert.Equal(score, new MutualWish().Score(Pair("mentor", Some.Person(1) with { Seeks = Split(seeks), Offers = [] }, Some.Person(2) with { Seeks = [], Offers = Split(offers) })));

    [Fact]
    public void Nobody_reads_who_waited_or_who_gave_too_much()
    {
        var fit = Pair("mentor", Some.Mentee(1, level: 2), Some.Mentor(2, level: 4) with { GivenLately = 5, RoundsSincePaired = 9 });
        Assert.Null(Rhythm.Reason(fit));
        Assert.Null(Load.Reason(fit));
    }

    private static Candidate Punctual(int number) => Some.Mentee(number, level: 2) with { RoundsSincePaired = 1 };

    private static Guid GiverOf(params Candidate[] people) => Assert.Single(Matchmaker.Plan(Some.Round(
        [.. people.Select(person => person with { DoNotMatch = [.. people.Where(other => other != person && other.Offers.Count > 0 && person.Offers.Count > 0).Select(other => other.PersonId)] })])).Pairings).Members[1].PersonId;

    private static Fit Pair(string type, Candidate seeker, Candidate giver)
    {
        var roster = new Roster(Some.Round(seeker, giver));
        var index = Enumerable.Range(0, roster.Types.Count).Single(at => roster.Types[at].Key == type);
        return new Judge(roster).FitOf(Entry(roster, seeker), Entry(roster, giver), index);
    }

    private static RosterEntry Entry(Roster roster, Candidate candidate) => roster.People.Single(person => person.Facts.PersonId == candidate.PersonId);

    private static string[] Split(string keys) => keys.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
