using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

public sealed class SilentWishTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_silent_wish_holds_in_both_directions(int whoAsked)
    {
        var plan = Matchmaker.Plan(People.Round([.. new[] { 1, 2 }.Select(number => People.Person(number) with
        {
            DoNotMatch = number == whoAsked ? [People.Id(3 - number)] : [],
        })]));
        Assert.Empty(plan.Pairings);
    }

    [Fact]
    public void Whom_a_silent_wish_leaves_alone_reads_the_same_as_whom_several_rules_do()
    {
        var wish = Matchmaker.Plan(People.Round(People.Person(1) with { DoNotMatch = [People.Id(2)] }, People.Person(2)));
        var rules = Matchmaker.Plan(People.Round(
            People.Person(1) with { ManagerId = People.Id(2), Level = 1 }, People.Person(2) with { Level = 5 }));
        Assert.All(wish.SitOuts.Concat(rules.SitOuts), sitOut =>
        {
            Assert.Equal("nobody-allowed", sitOut.Reason);
            Assert.Equal(rules.SitOuts[0].Explanation, sitOut.Explanation);
        });
    }

    [Fact]
    public void No_word_of_any_plan_speaks_of_wishes_against_somebody_managers_or_debts()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var plan = Matchmaker.Plan(RandomRosters.Make(seed));
            foreach (var words in plan.Pairings.SelectMany(pairing => pairing.Reasons).Concat(plan.SitOuts.Select(sitOut => sitOut.Explanation)))
                Assert.DoesNotMatch("(?i)block|do.not.match|manager|left out|refus|avoid", words);
        }
    }

    [Fact]
    public void Nobody_left_out_is_told_a_name()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            foreach (var sitOut in Matchmaker.Plan(RandomRosters.Make(seed)).SitOuts) Assert.DoesNotMatch(@"Name\d|Person \d", sitOut.Explanation);
        }
    }
}
