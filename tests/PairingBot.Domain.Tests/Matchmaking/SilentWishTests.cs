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
        var plan = Matchmaker.Plan(Some.Round([.. new[] { 1, 2 }.Select(number => Some.Person(number) with
        {
            DoNotMatch = number == whoAsked ? [Some.Id(3 - number)] : [],
        })]));
        Assert.Empty(plan.Pairings);
    }

    [Fact]
    public void Whom_a_silent_wish_leaves_alone_reads_the_same_as_whom_several_rules_do()
    {
        var wish = Matchmaker.Plan(Some.Round(Some.Person(1) with { DoNotMatch = [Some.Id(2)] }, Some.Person(2)));
        var rules = Matchmaker.Plan(Some.Round(
            Some.Person(1) with { ManagerId = Some.Id(2), Level = 1 }, Some.Person(2) with { Level = 5 }));
        Assert.All(wish.SitOuts.Concat(rules.SitOuts), sitOut =>
        {
            Assert.Equal("nobody-allowed", sitOut.Reason);
            Assert.Equal(rules.SitOuts[0].Explanation, sitOut.Explanation);
        });
    }

    [Fact]
    public void Where_a_silent_wish_binds_beside_another_rule_no_untrue_rule_is_named()
    {
        MinuteRange[] morning = [new(0, 300)], evening = [new(900, 1200)];
        var plan = Matchmaker.Plan(Some.Round(
            Some.Person(1) with { WorkingMinutes = morning, DoNotMatch = [Some.Id(2)] }, Some.Person(2) with { WorkingMinutes = morning },
            Some.Person(3) with { WorkingMinutes = evening }, Some.Person(4) with { WorkingMinutes = evening }));
        Assert.Equal(["nobody-allowed", "nobody-allowed"], plan.SitOuts.Select(sitOut => sitOut.Reason));
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
