using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

public sealed class MatchmakerPropertyTests
{
    [Fact]
    public void No_plan_breaks_a_hard_rule_or_seats_a_person_twice()
    {
        var types = new Dictionary<string, int>();
        for (var seed = 0; seed < 3000; seed++)
        {
            var snapshot = RandomRosters.Make(seed);
            var plan = Matchmaker.Plan(snapshot);
            new HardRules(snapshot).AssertKept(plan);
            Assert.True(plan.Proof.Holds);
            foreach (var pairing in plan.Pairings) types[pairing.RelationshipType] = types.GetValueOrDefault(pairing.RelationshipType) + 1;
        }

        Assert.All(RelationshipCatalog.All, type => Assert.True(types.GetValueOrDefault(type.Key) > 100, $"hardly any {type.Key} was ever planned"));
    }

    [Fact]
    public void Large_sparse_rounds_keep_the_rules_too()
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var snapshot = RandomRosters.Make(seed, most: 160);
            new HardRules(snapshot).AssertKept(Matchmaker.Plan(snapshot));
        }
    }

    [Fact]
    public void No_plan_in_groups_breaks_a_hard_rule_or_serves_fewer_than_pairs_do()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var snapshot = RandomRosters.Make(seed, most: 30, groupSize: 3 + seed % 6);
            snapshot = snapshot with { Candidates = [.. snapshot.Candidates.Select(person => person with { Capacity = 1 })] };
            var plan = Matchmaker.Plan(snapshot);
            new HardRules(snapshot).AssertKept(plan);
            var inPairs = Matchmaker.Plan(snapshot with { Rules = snapshot.Rules with { GroupSize = 2 } });
            Assert.True(plan.SitOuts.Count <= inPairs.SitOuts.Count, $"seed {seed}: groups leave out {plan.SitOuts.Count}, pairs {inPairs.SitOuts.Count}");
        }
    }

    [Fact]
    public void No_other_plan_of_up_to_eight_people_is_better_by_the_order_of_aims()
    {
        var (trios, sitOuts) = (0, 0);
        for (var seed = 0; seed < 250; seed++)
        {
            var snapshot = RandomRosters.Make(seed, most: 8);
            var all = new BruteForce(snapshot);
            var plan = Matchmaker.Plan(snapshot);
            var (found, best) = (all.ValueOf(plan), all.Best());
            Assert.True(found.Against(best) == 0, $"seed {seed}: found {found}; best {best}");
            (trios, sitOuts) = (trios + found.Trios, sitOuts + plan.SitOuts.Count);
        }

        Assert.True(trios > 30 && sitOuts > 100, $"the rosters were too easy: {trios} trios, {sitOuts} left out");
    }

    [Fact]
    public void The_order_of_the_snapshots_lists_changes_nothing()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var snapshot = RandomRosters.Make(seed);
            var random = new Random(seed);
            var shuffled = snapshot with
            {
                Candidates = [.. snapshot.Candidates.OrderBy(_ => random.Next())],
                History = [.. snapshot.History.OrderBy(_ => random.Next())],
            };
            Assert.Equal(Say(Matchmaker.Plan(snapshot)), Say(Matchmaker.Plan(shuffled)));
        }
    }

    [Fact]
    public void Renaming_people_changes_nothing_but_the_names()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var snapshot = RandomRosters.Make(seed);
            var renamed = snapshot with { Candidates = [.. snapshot.Candidates.Select(person => person with { Name = "X" + person.Name })] };
            Assert.Equal(Who(Matchmaker.Plan(snapshot)), Who(Matchmaker.Plan(renamed)));
        }
    }

    [Fact]
    public void Every_pairing_has_one_to_three_distinct_reasons_that_name_its_people()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var snapshot = RandomRosters.Make(seed);
            var names = snapshot.Candidates.ToDictionary(person => person.PersonId, person => person.Name);
            foreach (var pairing in Matchmaker.Plan(snapshot).Pairings)
            {
                Assert.InRange(pairing.Reasons.Count, 1, 3);
                Assert.Equal(pairing.Reasons.Count, pairing.Reasons.Distinct().Count());
                Assert.All(pairing.Reasons, reason =>
                {
                    Assert.EndsWith(".", reason, StringComparison.Ordinal);
                    Assert.True(pairing.Members.Count(member => reason.Contains(names[member.PersonId], StringComparison.Ordinal)) >= 2, reason);
                });
            }
        }
    }

    [Fact]
    public void Everybody_left_out_is_told_why_under_a_declared_key()
    {
        var told = new HashSet<string>();
        for (var seed = 0; seed < 400; seed++)
        {
            foreach (var sitOut in Matchmaker.Plan(RandomRosters.Make(seed)).SitOuts)
            {
                Assert.Contains(sitOut.Reason, SitOutReasons.All);
                Assert.Matches("(You|you)", sitOut.Explanation);
                told.Add(sitOut.Reason);
            }
        }

        Assert.True(told.Count >= 6, $"only {string.Join(", ", told)} ever occurred");
    }

    private static string Say(PairingPlan plan) => string.Join('\n', plan.Pairings.Select(pairing => string.Join(' ', pairing.Reasons)).Prepend(Who(plan)))
        + string.Join('\n', plan.SitOuts.Select(sitOut => sitOut.Explanation));

    private static string Who(PairingPlan plan) => string.Join('\n', plan.Pairings
        .Select(pairing => $"{pairing.RelationshipType} {pairing.Quality} {string.Join(' ', pairing.Members.Select(member => $"{member.PersonId:N}/{member.Role}"))}")
        .Concat(plan.SitOuts.Select(sitOut => $"{sitOut.PersonId:N} {sitOut.Reason}")));
}
