using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Matchmaking.Criteria;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

public sealed class MissingRelationshipTests
{
    [Theory]
    [InlineData("mentor", null, true, 50)] // as a giver, whatever they had
    [InlineData("mentor", 1, true, 50)]
    [InlineData("mentor", null, false, 50)] // never
    [InlineData("mentor", 1, false, 3)]
    [InlineData("mentor", 13, false, 25)]
    [InlineData("peer", 1, true, 3)] // between peers both take
    [InlineData("peer", 1, false, 3)]
    public void What_somebody_had_long_ago_or_never_comes_first(string type, int? roundsAgo, bool gives, int part)
    {
        var roster = new Roster(Some.Round(Some.Person(1) with { Had = roundsAgo is { } ago ? [new HadRelationship(type, ago)] : [] }));
        Assert.Equal(part, new MissingRelationship().Part(roster.People[0], gives, Enumerable.Range(0, 4).Single(at => roster.Types[at].Key == type)));
    }

    /// <summary>Two who wish for the only mentor and for a peer.</summary>
    [Fact]
    public void Of_two_who_wish_for_the_only_mentor_the_one_who_had_one_longer_ago_has_them()
    {
        foreach (var (first, second, served) in new[] { (9, 2, 1), (2, 9, 2) })
        {
            var plan = Matchmaker.Plan(Some.Round(Some.Mentor(3, level: 4), Seeker(1, first), Seeker(2, second), Some.Person(4) with { Level = 2 }));
            Assert.Equal(Some.Id(served), plan.Pairings.Single(pairing => pairing.RelationshipType == "mentor").Members[0].PersonId);
        }
    }

    private static Candidate Seeker(int number, int hadAMentor) =>
        Some.Person(number) with { Level = 2, Seeks = ["mentor", "peer"], Offers = [], Had = [new HadRelationship("mentor", hadAMentor)] };
}
