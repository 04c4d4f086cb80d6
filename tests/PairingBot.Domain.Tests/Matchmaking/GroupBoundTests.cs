using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

public sealed class GroupBoundTests
{
    [Fact]
    public void No_division_of_a_few_people_exceeds_the_bound_and_the_plan_is_seldom_far_from_the_best()
    {
        var (served, best, reached) = (0, 0, 0);
        for (var seed = 0; seed < 150; seed++)
        {
            var snapshot = RandomRosters.Make(seed, most: 7, groupSize: 3 + seed % 4);
            var gap = Matchmaker.Plan(snapshot).Proof.Groups!;
            var all = new AllDivisions(snapshot);
            Assert.InRange(all.MostServed, gap.Served, gap.ServedAtMost);
            Assert.InRange(gap.Quality, 0, gap.QualityAtMost);
            Assert.True(all.MostQuality <= gap.QualityAtMost, $"seed {seed}: {all.MostQuality} exceeds {gap.QualityAtMost}");
            Assert.InRange(gap.QualityGapPercent, 0, 100);
            (served, best, reached) = (served + gap.Served, best + all.MostServed, reached + (gap.Served == gap.ServedAtMost ? 1 : 0));
        }

        Assert.True(served * 100 >= best * 97, $"{served} of {best} served");
        Assert.True(reached > 90, $"the bound was reached {reached} times");
    }

    [Fact]
    public void One_mentor_in_groups_of_four_is_met_by_three()
    {
        var snapshot = Some.Round([Some.Mentor(1, level: 5), .. Enumerable.Range(2, 9).Select(number => Some.Mentee(number, level: 2))]);
        var gap = Matchmaker.Plan(snapshot with { Rules = snapshot.Rules with { GroupSize = 4 } }).Proof.Groups!;
        Assert.Equal((4, 4, 0), (gap.Served, gap.ServedAtMost, gap.QualityGapPercent));
    }

    [Fact]
    public void A_round_in_pairs_has_no_such_gap() => Assert.Null(Matchmaker.Plan(Some.Round(Some.Person(1), Some.Person(2))).Proof.Groups);

    [Fact]
    public void Hundreds_of_people_in_groups_are_all_served_near_the_bound()
    {
        var snapshot = new OneProgram([.. OneProgram.Colleagues(400, 3).Select(person => person with { Seeks = ["peer"], Offers = [] })], coolDown: 0, seed: 3).Snapshot(1);
        var gap = Matchmaker.Plan(snapshot with { Rules = snapshot.Rules with { GroupSize = 5 } }).Proof.Groups!;
        Assert.Equal((400, 400), (gap.Served, gap.ServedAtMost));
        Assert.InRange(gap.QualityGapPercent, 0, 40);
    }

    /// <summary>Every division of a few people into tables, by plain search.</summary>
    private sealed class AllDivisions
    {
        private readonly Roster roster;
        private readonly Judge judge;
        private readonly int size;

        public AllDivisions(RoundSnapshot snapshot)
        {
            (roster, size) = (new Roster(snapshot), snapshot.Rules.GroupSize);
            judge = new Judge(roster);
            Search((1 << roster.Count) - 1, 0, 0);
        }

        public int MostServed { get; private set; }

        public long MostQuality { get; private set; }

        private void Search(int free, int served, long quality)
        {
            (MostServed, MostQuality) = (Math.Max(MostServed, served), Math.Max(MostQuality, quality));
            if (free == 0) return;

            var first = free & -free;
            Search(free ^ first, served, quality);
            var rest = free ^ first;
            for (var others = rest; others > 0; others = (others - 1) & rest)
            {
                var people = Enumerable.Range(0, roster.Count).Where(person => ((first | others) & (1 << person)) != 0).ToArray();
                if (people.Length <= size && BestOf(people) is { } best) Search(rest ^ others, served + people.Length, quality + best);
            }
        }

        /// <summary>Whoever is in the middle, and in whatever relationship.</summary>
        private long? BestOf(int[] people) => people
            .Select(middle => Table.Of(roster, judge, [middle, .. people.Where(person => person != middle)]))
            .Max(table => table is null ? null : (long?)GroupBound.QualityOf(roster, judge, table));
    }
}
