using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Conversations;

public sealed class RequestDraftTests
{
    private static readonly Person Ana = Somebody.Called("Ana Lima", skills: [new("facilitation", 4, SkillSide.Offered), new("sql", 2, SkillSide.Wanted)]);
    private static readonly Person Ben = Somebody.Called("Ben Okafor", skills: [new("sql", 3, SkillSide.Offered), new("cooking", 5, SkillSide.Offered)]);

    [Fact]
    public void It_names_the_goal_the_skill_that_it_asks_for_and_what_the_giver_wants_in_return()
    {
        var draft = RequestDraft.For(new Mentor(), Ben, Ana, "run better meetings");
        Assert.Contains("run better meetings.", draft, StringComparison.Ordinal);
        Assert.Contains("facilitation", draft, StringComparison.Ordinal); // a meeting is facilitation, by the list of synonyms
        Assert.Contains("sql", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("cooking", draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mentor")]
    [InlineData("coach")]
    [InlineData("sponsor")]
    public void It_fits_whatever_people_are_called_and_write(string type)
    {
        var (seeker, giver) = (Somebody.Called(new string('S', 80)), Somebody.Called(new string('G', 80)));
        foreach (var goal in (string?[])[null, "", " ", new string('g', 300), new string('g', 3000)])
            Assert.InRange(RequestDraft.For(RelationshipCatalog.Find(type)!, seeker, giver, goal).Length, 50, RequestDraft.MaxLength);
    }

    [Fact]
    public void Equals_need_none() => Assert.Equal("", RequestDraft.For(new Peer(), Ben, Ana, "run better meetings"));

    [Theory]
    [InlineData("Run better meetings", "facilitation")]
    [InlineData("learn to cook", null)]
    [InlineData(null, null)]
    public void What_the_goal_names_is_what_is_offered(string? goal, string? skill) => Assert.Equal(skill, Offers.SkillFor(Somebody.Called("Cem"), Ana, goal));
}
