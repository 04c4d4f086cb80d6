using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

public sealed class MatchmakerTests
{
    [Fact]
    public void Two_who_only_said_join_meet_as_peers_with_a_true_reason()
    {
        var pairing = Assert.Single(Matchmaker.Plan(Some.Round(Some.Person(1, "Ana"), Some.Person(2, "Ben"))).Pairings);
        Assert.Equal("peer", pairing.RelationshipType);
        Assert.Contains("Ana and Ben have never been paired before.", pairing.Reasons);
    }

    [Fact]
    public void A_person_without_any_wish_is_taken_for_a_peer()
    {
        var plan = Matchmaker.Plan(Some.Round(Some.Person(1) with { Seeks = [], Offers = [] }, Some.Person(2)));
        Assert.Equal("peer", Assert.Single(plan.Pairings).RelationshipType);
    }

    [Fact]
    public void Whoever_seeks_only_a_mentor_is_not_given_a_peer()
    {
        var plan = Matchmaker.Plan(Some.Round(Some.Mentee(1, level: 2), Some.Person(2)));
        Assert.Empty(plan.Pairings);
        Assert.Equal(["no-matching-wish", "no-matching-wish"], plan.SitOuts.Select(sitOut => sitOut.Reason));
        Assert.StartsWith("You are looking for a mentor, and nobody free was ready for that", plan.SitOuts[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_seeker_comes_first_and_each_has_their_role()
    {
        var plan = Matchmaker.Plan(Some.Round(Some.Mentor(1, level: 4), Some.Mentee(2, level: 2)));
        Assert.Equal([new(Some.Id(2), "mentee"), new PlannedMember(Some.Id(1), "mentor")], Assert.Single(plan.Pairings).Members);
    }

    [Fact]
    public void Reasons_are_particular_before_they_are_general()
    {
        var ben = Some.Person(1, "Ben") with
        {
            Seeks = ["coach"], Department = "Support", Goal = "Run better meetings.", SkillsWanted = Some.Skills("facilitation", 3),
        };
        var ana = Some.Person(2, "Ana") with { Offers = ["coach"], Seeks = [], Department = "Design", SkillsOffered = Some.Skills("facilitation", 5) };
        var reasons = Assert.Single(Matchmaker.Plan(Some.Round(ben, ana)).Pairings).Reasons;
        Assert.Equal(
            [
                "Ben wants to get better at facilitation, and Ana offers it at level 5.",
                "Ben's goal is “Run better meetings”, and Ana offers facilitation.",
                "Ben works in Support, Ana in Design.",
            ],
            reasons);
    }

    [Theory]
    [InlineData("Move from reporting the numbers to advising", "Lead the move to one report before summer", false)]
    [InlineData("Speak at a conference on negotiation", "Give talks about negotiating with suppliers", true)]
    public void Goals_are_alike_only_in_what_they_are_about(string ben, string ana, bool alike)
    {
        var reasons = Assert.Single(Matchmaker.Plan(Some.Round(Some.Person(1, "Ben") with { Goal = ben }, Some.Person(2, "Ana") with { Goal = ana })).Pairings).Reasons;
        Assert.Equal(alike, reasons[0] == $"Ben and Ana are after something alike: “{ben}” and “{ana}”.");
        Assert.Equal(alike, reasons.Any(reason => reason.Contains('“', StringComparison.Ordinal)));
    }

    [Fact]
    public void Three_peers_meet_as_a_trio()
    {
        var pairing = Assert.Single(Matchmaker.Plan(Some.Round(Some.Person(1), Some.Person(2), Some.Person(3))).Pairings);
        Assert.Equal(["peer", "peer", "peer"], pairing.Members.Select(member => member.Role));
        Assert.NotEmpty(pairing.Reasons);
    }

    [Fact]
    public void Two_mentees_share_the_only_mentor()
    {
        var plan = Matchmaker.Plan(Some.Round(Some.Mentor(1, level: 5), Some.Mentee(2, level: 2), Some.Mentee(3, level: 3)));
        Assert.Equal(["mentee", "mentee", "mentor"], Assert.Single(plan.Pairings).Members.Select(member => member.Role));
    }

    [Fact]
    public void A_third_person_joins_only_where_all_three_may_meet()
    {
        var two = Some.Mentee(2, level: 2) with { DoNotMatch = [Some.Id(3)] };
        var plan = Matchmaker.Plan(Some.Round(Some.Mentor(1, level: 5), two, Some.Mentee(3, level: 3)));
        Assert.Equal(2, Assert.Single(plan.Pairings).Members.Count);
        Assert.Equal("odd-one", Assert.Single(plan.SitOuts).Reason);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 3)]
    public void Whoever_was_left_out_comes_before_a_better_fit(int timesLeftOut, int served)
    {
        var better = Some.Mentee(2, level: 3) with { Goal = "hire well", DoNotMatch = [Some.Id(3)] };
        var plan = Matchmaker.Plan(Some.Round(
            Some.Mentor(1, level: 5) with { SkillsOffered = Some.Skills("hiring", 5) }, better, Some.Mentee(3, level: 1) with { TimesLeftOut = timesLeftOut }));
        Assert.Equal(Some.Id(served), Assert.Single(plan.Pairings).Members[0].PersonId);
    }

    [Fact]
    public void A_manager_of_a_manager_is_no_peer_even_when_the_one_between_does_not_take_part()
    {
        var plan = Matchmaker.Plan(Some.Round(Some.Person(1) with { ManagerId = Some.Id(50) }, Some.Person(2)) with
        {
            ReportingLines = [new ReportingLine(Some.Id(50), Some.Id(2))],
        });
        Assert.Equal(["reporting-line", "reporting-line"], plan.SitOuts.Select(sitOut => sitOut.Reason));
    }

    [Theory]
    [InlineData(60, 0)]
    [InlineData(59, 2)]
    public void An_hour_of_shared_work_is_needed(int shared, int leftOut)
    {
        var plan = Matchmaker.Plan(Some.Round(
            Some.Person(1) with { WorkingMinutes = [new MinuteRange(0, 300)] },
            Some.Person(2) with { WorkingMinutes = [new MinuteRange(300 - shared, 700)] }));
        Assert.Equal(leftOut, plan.SitOuts.Count(sitOut => sitOut.Reason == "no-shared-hours"));
    }

    [Theory]
    [InlineData(99, 1, true)]
    [InlineData(98, 1, false)]
    [InlineData(97, 3, true)]
    [InlineData(99, 0, false)]
    public void The_cool_down_counts_rounds(int metInRound, int coolDown, bool keepsApart)
    {
        var snapshot = Some.Round(Some.Person(1), Some.Person(2));
        var plan = Matchmaker.Plan(snapshot with
        {
            History = [new PastMeeting(Some.Id(2), Some.Id(1), metInRound)], Rules = snapshot.Rules with { CoolDownRounds = coolDown },
        });
        Assert.Equal(keepsApart ? ["cool-down", "cool-down"] : [], plan.SitOuts.Select(sitOut => sitOut.Reason));
    }

    [Fact]
    public void Nobody_else_nobody_possible_and_all_needed_elsewhere_are_told_apart()
    {
        Assert.Equal("nobody-else", Assert.Single(Matchmaker.Plan(Some.Round(Some.Person(1))).SitOuts).Reason);

        var tooJunior = Matchmaker.Plan(Some.Round(Some.Mentee(1, level: 3), Some.Mentor(2, level: 3)));
        Assert.Equal(["nobody-fitting", "nobody-fitting"], tooJunior.SitOuts.Select(sitOut => sitOut.Reason));
        Assert.StartsWith("There was nobody free who is clearly further along than you", tooJunior.SitOuts[0].Explanation, StringComparison.Ordinal);
        Assert.StartsWith("There was nobody free who looks for somebody as far along as you are", tooJunior.SitOuts[1].Explanation, StringComparison.Ordinal);

        var oneMentor = Matchmaker.Plan(Some.Round([Some.Mentor(1, level: 5), .. Enumerable.Range(2, 4).Select(number => Some.Mentee(number, level: 2))]));
        Assert.Equal(["no-partner-free", "no-partner-free"], oneMentor.SitOuts.Select(sitOut => sitOut.Reason));
    }

    [Fact]
    public void The_same_person_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => Matchmaker.Plan(Some.Round(Some.Person(1), Some.Person(1))));

    [Fact]
    public void A_round_of_nobody_is_an_empty_plan()
    {
        var plan = Matchmaker.Plan(Some.Round());
        Assert.Empty(plan.Pairings);
        Assert.Empty(plan.SitOuts);
        Assert.True(plan.Proof.Holds);
    }

    [Fact]
    public void The_stored_reasons_of_sitting_out_are_for_ever() => Assert.Equal(
        ["nobody-else", "no-matching-wish", "nobody-fitting", "reporting-line", "no-shared-hours", "cool-down", "nobody-allowed", "no-partner-free", "odd-one", "partner-resting"],
        SitOutReasons.All);
}
