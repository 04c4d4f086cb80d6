using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;
using PairingBot.Matching;

namespace PairingBot.Domain.Tests.Matchmaking;

/// <summary>A plan that was searched for against the plan from all pairs, which needs no search.</summary>
public sealed class PairSearchTests
{
    [Theory]
    [InlineData(12, 300)]
    [InlineData(60, 60)]
    [InlineData(200, 12)]
    public void A_searched_plan_is_worth_what_the_plan_from_all_pairs_is(int most, int rosters)
    {
        for (var seed = 0; seed < rosters; seed++)
        {
            var snapshot = RandomRosters.Make(seed, most);
            var (searched, all) = (new Planning(new Roster(snapshot)) { MostWeighedAll = 0 }.Plan(), Matchmaker.PlanFromAllPairs(snapshot));
            Assert.True(searched.Proof.Weight == all.Proof.Weight, $"seed {seed}: {searched.Proof.Weight} instead of {all.Proof.Weight}");
            Assert.Equal(snapshot.Candidates.Count * (snapshot.Candidates.Count - 1L) / 2, searched.Proof.PairsCovered);
            new HardRules(snapshot).AssertKept(searched);
        }
    }

    [Fact]
    public void A_large_round_weighs_few_of_its_pairs_and_comes_to_the_same()
    {
        var snapshot = RandomRosters.Make(3, most: 900);
        var (searched, all) = (Matchmaker.Plan(snapshot), Matchmaker.PlanFromAllPairs(snapshot));
        Assert.Equal(all.Proof.Weight, searched.Proof.Weight);
        Assert.True(searched.Proof.CandidatePairs < all.Proof.CandidatePairs / 2, $"{searched.Proof.CandidatePairs} of {all.Proof.CandidatePairs} pairs were weighed");
    }

    [Fact]
    public async Task A_searched_plan_depends_neither_on_the_order_of_the_lists_nor_on_how_many_cores_there_are()
    {
        var snapshot = RandomRosters.Make(11, most: 600);
        var random = new Random(1);
        var shuffled = snapshot with { Candidates = [.. snapshot.Candidates.OrderBy(_ => random.Next())], History = [.. snapshot.History.OrderBy(_ => random.Next())] };
        var plan = Who(Matchmaker.Plan(snapshot));
        Assert.Equal(plan, Who(Matchmaker.Plan(shuffled)));
        var oneCore = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, maxConcurrencyLevel: 1).ExclusiveScheduler;
        Assert.Equal(plan, await Task.Factory.StartNew(() => Who(Matchmaker.Plan(shuffled)), CancellationToken.None, TaskCreationOptions.None, oneCore));
    }

    [Fact]
    public void No_two_pairs_of_a_large_round_are_better_the_other_way_round()
    {
        // Everybody is served and nobody is owed, so only repeats and quality are left to be better in.
        var snapshot = RandomRosters.Make(21, most: 500) with { Rules = new ProgramRules(["peer", "mentor", "coach", "sponsor"], 2, 2) };
        var plan = Matchmaker.Plan(snapshot);
        var roster = new Roster(snapshot);
        var (judge, objective) = (new Judge(roster), new Objective(roster));
        var indexes = roster.People.ToDictionary(person => person.Facts.PersonId, person => person.Index);
        var pairs = plan.Pairings.Where(pairing => pairing.Members.Count == 2).Select(pairing => (One: indexes[pairing.Members[0].PersonId], Other: indexes[pairing.Members[1].PersonId])).ToList();
        long? Worth(int one, int other) => judge.Best(one, other) is { } pair ? objective.WorthOf(pair) : null;
        for (var i = 0; i < pairs.Count; i++)
        {
            for (var j = i + 1; j < pairs.Count; j++)
            {
                var (one, two) = (pairs[i], pairs[j]);
                if (one.One == two.One || one.One == two.Other || one.Other == two.One || one.Other == two.Other) continue; // a giver of several

                var now = Worth(one.One, one.Other) + Worth(two.One, two.Other);
                Assert.False(Worth(one.One, two.One) + Worth(one.Other, two.Other) > now);
                Assert.False(Worth(one.One, two.Other) + Worth(one.Other, two.One) > now);
            }
        }

        Assert.True(pairs.Count > 50);
    }

    [Fact]
    public void At_a_glance_nobody_is_worth_less_than_they_are()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var roster = new Roster(RandomRosters.Make(seed, most: seed % 8 == 0 ? 200 : 40));
            var judge = new Judge(roster);
            var search = new PairSearch(roster, judge, new Objective(roster));
            for (var type = 0; type < roster.Types.Count; type++)
            {
                var most = AtAGlance(search, new RelationshipBounds(roster, judge, type));
                foreach (var seeker in roster.People.Where(person => person.Seeks(type) >= 0))
                {
                    foreach (var giver in roster.People.Where(person => person.Offers(type) >= 0 && person != seeker))
                    {
                        if (judge.In(type, seeker.Index, giver.Index) is not { } pair) continue;

                        var truth = DualSolution.Scale * (pair.Quality * search.Objective.Step + search.Objective.TieOf(seeker.Index, giver.Index));
                        Assert.True(most.TryGetValue((seeker.Index, giver.Index), out var gain), $"seed {seed}, {roster.Types[type].Key}: {seeker.Name} and {giver.Name} were not looked at");
                        Assert.True(gain >= truth, $"seed {seed}, {roster.Types[type].Key}: at most {gain}, but {truth}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Symmetric_relationships_judge_both_ways_alike()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var roster = new Roster(RandomRosters.Make(seed, most: 40));
            var judge = new Judge(roster);
            foreach (var (type, index) in roster.Types.Select((type, index) => (type, index)).Where(type => type.type.IsSymmetric))
            {
                foreach (var one in roster.People)
                {
                    foreach (var other in roster.People.Where(other => other != one))
                    {
                        var (forth, back) = (judge.FitOf(one, other, index), judge.FitOf(other, one, index));
                        Assert.Equal(Judge.Allows(forth), Judge.Allows(back));
                        Assert.Equal(judge.Quality(forth), judge.Quality(back));
                    }
                }
            }
        }
    }

    /// <summary>Everybody with everybody, and what that is worth at a glance. None is worth more than two such kinds can be.</summary>
    private static Dictionary<(int, int), long> AtAGlance(PairSearch search, RelationshipBounds bounds)
    {
        var (seekers, givers) = (new PricedPeople(search, null, bounds, bounds.Seekers, gives: false), new PricedPeople(search, null, bounds, bounds.Givers, gives: true));
        givers.CompareWords();
        var (glance, all) = (new GlanceAtGivers(search, bounds, null, seekers, givers), new Dictionary<(int, int), long>());
        foreach (var part in seekers.Parts())
        {
            foreach (var run in givers.Runs)
            {
                if (glance.Meet(seekers.Kinds[part.Kind], givers.Kinds[run.Kind]) is not { } kinds) continue;

                for (var place = part.Start; place < part.End; place++)
                {
                    glance.Compare(place, run.Start / WordBlocks.Size);
                    foreach (var hit in glance.Look(kinds, place, run, long.MinValue / 4))
                    {
                        all.Add((seekers.Backgrounds[place].Person, hit.Giver), hit.Gain);
                        Assert.True(hit.Gain <= kinds.Most - seekers.Prices[place] - givers.Prices[run.Start]);
                    }
                }
            }
        }

        return all;
    }

    private static string Who(PairingPlan plan) =>
        string.Join('\n', plan.Pairings.Select(pairing => $"{pairing.RelationshipType} {string.Join(' ', pairing.Members.Select(member => member.PersonId))} {string.Join(' ', pairing.Reasons)}"));
}
