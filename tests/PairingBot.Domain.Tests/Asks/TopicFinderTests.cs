using PairingBot.Domain.Asks;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Asks;

public sealed class TopicFinderTests
{
    private static readonly Guid Seeker = StoredId.Of("Seeker");

    [Theory]
    [InlineData("my meetings end without a decision", "facilitation", "Ana offers facilitation, and you are stuck on “meetings”.")]
    [InlineData("facilitation", "facilitation", "Ana offers facilitation, and that is what you are stuck on.")]
    [InlineData("Negotiating with a large client", "contract negotiation", "Ana offers contract negotiation, and you are stuck on “negotiating”.")]
    [InlineData("a facilitaton question", "facilitation", "Ana offers facilitation, and you are stuck on “facilitaton”.")]
    public void A_skill_is_found_by_its_meaning_and_the_reason_says_by_which_words(string topic, string skill, string reason) =>
        Assert.Equal(reason, Assert.Single(TopicFinder.Rank(topic, Seeker, [Ana(skill)])).Reason);

    [Theory]
    [InlineData("the way that we work in the team", "team work")]
    [InlineData("statistics", "gardening")]
    [InlineData("", "facilitation")]
    [InlineData("sql", "sales")] // too short to be like anything
    public void What_has_nothing_in_common_is_not_found(string topic, string skill) => Assert.Empty(TopicFinder.Rank(topic, Seeker, [Ana(skill)]));

    [Fact]
    public void A_skill_comes_before_a_title_and_a_title_before_a_department()
    {
        var found = TopicFinder.Rank("sales", Seeker,
        [
            new Knower(StoredId.Of("Department"), "D", null, "Sales", []), new Knower(StoredId.Of("Title"), "T", "Head of Sales", null, []),
            new Knower(StoredId.Of("Novice"), "N", null, null, [new SkillFact("sales", 1)]), new Knower(StoredId.Of("Expert"), "E", null, null, [new SkillFact("sales", 5)]),
        ]);
        Assert.Equal(["Expert", "Novice", "Title", "Department"], found.Select(each => new[] { "Expert", "Novice", "Title", "Department" }.Single(name => StoredId.Of(name) == each.PersonId)));
    }

    [Fact]
    public void The_search_asks_for_other_words_of_the_same_meaning() => Assert.Superset(new HashSet<string> { "meetings", "facilitation", "workshop" }, TopicFinder.Search("my meetings").ToHashSet());

    [Fact]
    public void Where_several_are_as_good_not_all_seekers_get_the_same_ones()
    {
        var knowers = Enumerable.Range(0, 20).Select(number => new Knower(StoredId.Of($"{number}"), "K", null, null, [new SkillFact("sales", 3)])).ToList();
        var first = Enumerable.Range(0, 20).Select(number => TopicFinder.Rank("sales", StoredId.Of($"seeker {number}"), knowers)[0].PersonId).Distinct();
        Assert.True(first.Count() > 3);
    }

    [Theory]
    [InlineData(3, 5, 2, 2, "coach")] // stronger in the skill
    [InlineData(4, 3, 2, 5, "mentor")] // not stronger in it, but further along
    [InlineData(4, 3, 2, 2, "peer")]
    public void The_conversation_is_what_fits(int ownSkill, int otherSkill, int ownLevel, int otherLevel, string type)
    {
        var seeker = Somebody.Called("Ana", profile: new Profile { Level = ownLevel }, skills: [new Skill("sales", ownSkill, SkillSide.Wanted)]);
        var giver = Somebody.Called("Ben", profile: new Profile { Level = otherLevel }, skills: [new Skill("sales", otherSkill, SkillSide.Offered)]);
        var chosen = AskFit.TypeFor(Sample.Program(), seeker, giver, new SkillFact("sales", otherSkill), Sample.Now);
        Assert.Equal(type, chosen.Key);
        Assert.Equal("peer", AskFit.TypeFor(Sample.Program(types: ["peer"]), seeker, giver, new SkillFact("sales", otherSkill), Sample.Now).Key);
        Assert.Equal([seeker.Id, giver.Id], AskFit.Plan(chosen, seeker, giver, null, Sample.Now).Members.Select(member => member.PersonId));
    }

    private static Knower Ana(string skill) => new(StoredId.Of("Ana"), "Ana", null, null, [new SkillFact(skill, 4)]);
}
