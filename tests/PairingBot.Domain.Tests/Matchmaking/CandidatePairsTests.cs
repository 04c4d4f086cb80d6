using PairingBot.Domain.Matchmaking;

namespace PairingBot.Domain.Tests.Matchmaking;

public sealed class CandidatePairsTests
{
    [Fact]
    public void Thinning_leaves_out_what_prices_alone_cover_and_nobody_who_was_kept_apart_and_the_best_matching_stays()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var roster = new Roster(RandomRosters.Make(seed, most: 120));
            var (judge, objective) = (new Judge(roster), new Objective(roster));
            var pairs = new CandidatePairs(roster, judge);
            pairs.AddAll();
            if (pairs.All.Count == 0) continue;

            var solver = new RoundSolver(roster, pairs, objective, search: null);
            var seating = solver.Solve(thirds: false, new HashSet<(int, int)>());
            var prices = new SeatPrices(seating.Result.Dual, new Seats(roster, thirds: false), objective);
            var before = pairs.All.ToList();
            var parted = before.MaxBy(pair => prices.MarginOfLeast(pair)).Ends;
            pairs.Thin(prices, new HashSet<(int, int)> { parted });

            Assert.Contains(pairs.All, pair => pair.Ends == parted);
            Assert.All(before.Except(pairs.All), pair => Assert.True(prices.MarginOfLeast(pair) > 0));
            Assert.Equal(seating.Weight, solver.Solve(thirds: false, new HashSet<(int, int)>()).Weight);
            Assert.True(pairs.All.Count < before.Count || before.Count < 12 * roster.Count, $"seed {seed}: {pairs.All.Count} of {before.Count} pairs of {roster.Count} people stay");
        }
    }
}
