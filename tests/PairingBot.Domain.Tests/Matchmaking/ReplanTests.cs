using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

public sealed class ReplanTests
{
    [Fact]
    public void When_one_of_many_leaves_their_partner_joins_others_and_nobody_else_changes()
    {
        var before = Some.Round([.. Enumerable.Range(1, 20).Select(number => Some.Person(number))]);
        var plan = Matchmaker.Plan(before);
        var gone = plan.Pairings[4].Members[0].PersonId;
        var left = plan.Pairings[4].Members[1].PersonId;

        var change = Matchmaker.Replan(before, plan, Without(before, gone));
        Assert.Empty(change.Plan.SitOuts);
        Assert.Equal(8, change.Kept.Count);
        Assert.Equal(2, change.Ended.Count);
        Assert.Contains(Assert.Single(change.Begun).Members, member => member.PersonId == left);
        Assert.Equal(3, change.Begun[0].Members.Count);
    }

    [Fact]
    public void Two_who_lost_their_partners_meet_and_no_other_pair_ends()
    {
        var before = Some.Round([.. Enumerable.Range(1, 20).Select(number => Some.Person(number))]);
        var plan = Matchmaker.Plan(before);
        var change = Matchmaker.Replan(before, plan, Without(before, plan.Pairings[0].Members[0].PersonId, plan.Pairings[1].Members[0].PersonId));
        Assert.Equal((8, 2, 1), (change.Kept.Count, change.Ended.Count, change.Begun.Count));
    }

    [Fact]
    public void A_newcomer_is_seated_and_no_pair_ends_but_the_one_that_takes_them()
    {
        var before = Some.Round([.. Enumerable.Range(1, 20).Select(number => Some.Person(number))]);
        var plan = Matchmaker.Plan(before);
        var change = Matchmaker.Replan(before, plan, before with { Candidates = [.. before.Candidates, Some.Person(21)] });
        Assert.Empty(change.Plan.SitOuts);
        Assert.Equal((9, 1, 1), (change.Kept.Count, change.Ended.Count, change.Begun.Count));
    }

    [Fact]
    public void Nobody_is_parted_for_quality_but_for_somebody_who_would_be_left_out()
    {
        // Ann can only be met by Ben, Ben also by Cem, Cem also by Dua; Dua leaves, and Eve, whom only Cem can meet, joins.
        var (ann, ben, cem, dua, eve) = (Some.Mentee(1, 1), Some.Mentor(2, 3), Some.Mentee(3, 1), Some.Mentor(4, 3), Some.Mentor(5, 3));
        var before = Some.Round(ann with { DoNotMatch = [dua.PersonId] }, ben, cem, dua);
        var plan = Matchmaker.Plan(before);
        Assert.Equal(2, plan.Pairings.Count);

        var change = Matchmaker.Replan(before, plan, before with { Candidates = [ann with { DoNotMatch = [dua.PersonId, eve.PersonId] }, ben, cem, eve] });
        Assert.Empty(change.Plan.SitOuts);
        Assert.Contains(change.Kept, pairing => pairing.Members.Any(member => member.PersonId == ann.PersonId) && pairing.Members.Any(member => member.PersonId == ben.PersonId));
    }

    [Fact]
    public void Made_again_a_plan_serves_as_many_as_a_new_one_and_keeps_the_rules()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var before = RandomRosters.Make(seed, most: 40);
            var plan = Matchmaker.Plan(before);
            var random = new Random(seed);
            var now = Without(before, [.. before.Candidates.Where(_ => random.Next(10) == 0).Select(person => person.PersonId)]);
            now = now with { Candidates = [.. now.Candidates, Some.Person(1_000 + seed)] };
            var (change, fresh) = (Matchmaker.Replan(before, plan, now), Matchmaker.Plan(now));
            new HardRules(now).AssertKept(change.Plan);
            Assert.Equal(fresh.SitOuts.Count, change.Plan.SitOuts.Count);
            Assert.Equal(Trios(fresh), Trios(change.Plan));
            var freshlyKept = fresh.Pairings.Count(pairing => plan.Pairings.Any(earlier => Same(earlier, pairing)));
            Assert.True(change.Kept.Count >= freshlyKept, $"seed {seed}: a new plan keeps {freshlyKept}, made again {change.Kept.Count}");
            Assert.Equal(plan.Pairings.Count, change.Kept.Count + change.Ended.Count);
        }
    }

    [Fact]
    public void Where_nothing_changed_nothing_changes()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var snapshot = RandomRosters.Make(seed, most: 40);
            var plan = Matchmaker.Plan(snapshot);
            Assert.Empty(Matchmaker.Replan(snapshot, plan, snapshot).Ended);
        }
    }

    private static int Trios(PairingPlan plan) => plan.Pairings.Count(pairing => pairing.Members.Count == 3);

    private static bool Same(PlannedPairing one, PlannedPairing other) =>
        one.RelationshipType == other.RelationshipType && one.Members.Select(member => member.PersonId).Order().SequenceEqual(other.Members.Select(member => member.PersonId).Order());

    private static RoundSnapshot Without(RoundSnapshot snapshot, params Guid[] gone) =>
        snapshot with { Candidates = [.. snapshot.Candidates.Where(person => !gone.Contains(person.PersonId))] };
}
