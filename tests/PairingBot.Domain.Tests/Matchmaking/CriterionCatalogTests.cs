using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Matchmaking.Criteria;
using PairingBot.Domain.Relationships;

namespace PairingBot.Domain.Tests.Matchmaking;

public sealed class CriterionCatalogTests
{
    [Fact]
    public void The_keys_of_the_criteria_are_for_ever() => Assert.Equal(
        [
            "shared-working-hours", "cool-down", "do-not-match", "no-reporting-line", "right-experience",
            "mutual-wish", "goal-fit", "skill-fit", "experience-gap", "different-background", "other-department", "more-shared-hours", "novelty",
            "own-rhythm", "giver-load", "missing-relationship",
        ],
        CriterionCatalog.All.Select(criterion => criterion.Key));

    [Fact]
    public void The_catalogue_lists_every_criterion()
    {
        var classes = typeof(Criterion).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Criterion)) && !type.IsAbstract);
        Assert.Equal(classes.OrderBy(type => type.Name), CriterionCatalog.All.Select(criterion => criterion.GetType()).OrderBy(type => type.Name));
    }

    [Fact]
    public void The_weights_of_each_relationship_add_up_to_a_hundred() =>
        Assert.All(RelationshipCatalog.All, type => Assert.Equal(100, CriterionWeights.For(type).Sum()));

    [Fact]
    public void Every_rule_leaves_people_out_under_a_declared_reason() =>
        Assert.All(CriterionCatalog.Required, rule => Assert.Contains(rule.SitOutReason, SitOutReasons.All));

    [Fact]
    public void Every_score_lies_between_nought_and_a_hundred_and_symmetric_types_score_symmetrically()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var roster = new Roster(RandomRosters.Make(seed, most: 12));
            var judge = new Judge(roster);
            foreach (var (one, other) in roster.People.SelectMany(one => roster.People.Where(other => other != one).Select(other => (one, other))))
            {
                for (var type = 0; type < roster.Types.Count; type++)
                {
                    Fit fit = judge.FitOf(one, other, type), turned = judge.FitOf(other, one, type);
                    Assert.All(CriterionCatalog.Weighted, criterion => Assert.InRange(criterion.Score(fit), 0, 100));
                    if (!roster.Types[type].IsSymmetric) continue;

                    Assert.All(CriterionCatalog.Weighted, criterion => Assert.Equal(criterion.Score(fit), criterion.Score(turned)));
                    Assert.Equal(judge.Quality(fit), judge.Quality(turned));
                    Assert.Equal(Judge.Allows(fit), Judge.Allows(turned));
                }
            }
        }
    }

    [Theory]
    [InlineData("facilitating", "facilitation", true)]
    [InlineData("workshops", "meetings", true)]
    [InlineData("engineering", "engineers", true)]
    [InlineData("negotiation", "navigation", false)]
    public void Words_of_one_meaning_are_one_word(string one, string other, bool same)
    {
        var words = new Vocabulary();
        Assert.Equal(same, words.Read(one).IsSameSkillAs(words.Read(other)));
    }

    [Fact]
    public void Sharing_a_word_does_not_make_two_skills_the_same()
    {
        var words = new Vocabulary();
        Assert.False(words.Read("public speaking").IsSameSkillAs(words.Read("public policy")));
        Assert.True(words.Read("public speaking").IsSameSkillAs(words.Read("speaking")));
    }
}
