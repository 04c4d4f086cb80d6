using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

/// <summary>What people who are left out are told, held against what would really happen.</summary>
public sealed class SitOutWordsTests
{
    private static readonly string[] Types = ["peer", "mentor", "coach", "sponsor"];

    [Theory]
    [InlineData(4, false, SitOutReasons.PartnerResting)]
    [InlineData(1, false, SitOutReasons.NobodyFitting)] // they would not suit
    [InlineData(4, true, SitOutReasons.NobodyFitting)] // nor would somebody whom one does not want to meet, and nothing gives that away
    public void Whoever_suits_only_somebody_who_takes_a_break_is_told_so(int level, bool isBlocked, string reason)
    {
        var snapshot = Some.Round(Some.Mentee(1, level: 2), Some.Mentor(2, level: 1)) with { Resting = [Some.Mentor(3, level) with { DoNotMatch = isBlocked ? [Some.Id(1)] : [] }] };
        Assert.Equal(reason, Matchmaker.Plan(snapshot).SitOuts.Single(sitOut => sitOut.PersonId == Some.Id(1)).Reason);
    }

    [Fact]
    public void One_more_kind_of_conversation_is_said_to_help_only_where_it_does()
    {
        var (said, notSaid) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var snapshot = RandomRosters.Make(seed, most: 14);
            foreach (var sitOut in Matchmaker.Plan(snapshot).SitOuts)
            {
                if (!sitOut.Explanation.Contains("one more kind", StringComparison.Ordinal)) notSaid++;
                else if (++said > 0) Assert.Contains(WithOneMoreWish(snapshot, sitOut.PersonId), wished => IsServed(wished, sitOut.PersonId));
            }
        }

        Assert.True(said > 30 && notSaid > 100, $"said {said} times, not said {notSaid} times");
    }

    [Fact]
    public void To_give_one_who_had_possible_partners_a_place_costs_somebody_else_theirs()
    {
        var told = new Dictionary<string, int>();
        for (var seed = 0; seed < 400; seed++)
        {
            var snapshot = RandomRosters.Make(seed, most: 16);
            var plan = Matchmaker.Plan(snapshot);
            foreach (var sitOut in plan.SitOuts.Where(sitOut => sitOut.Reason == SitOutReasons.NoPartnerFree))
            {
                // First in line, the person is served, and then at least one other is not who was.
                var first = Matchmaker.Plan(Changed(snapshot, sitOut.PersonId, person => person with { TimesLeftOut = 1000 }));
                Assert.False(first.SitOuts.Any(other => other.PersonId == sitOut.PersonId), $"seed {seed}: {sitOut.Explanation}");
                Assert.Contains(first.SitOuts, other => plan.SitOuts.All(before => before.PersonId != other.PersonId));
                var sentence = sitOut.Explanation.Split('.')[0];
                told[sentence] = told.GetValueOrDefault(sentence) + 1;
            }
        }

        Assert.True(told.Count >= 2, string.Join('\n', told));
    }

    [Fact]
    public void The_odd_one_is_helped_by_one_more_person_and_so_is_everybody_who_has_a_possible_partner()
    {
        var odd = 0;
        for (var seed = 0; seed < 600; seed++)
        {
            var snapshot = RandomRosters.Make(seed, most: 12);
            var plan = Matchmaker.Plan(snapshot);
            if (plan.SitOuts.FirstOrDefault(sitOut => sitOut.Reason == SitOutReasons.OddOne) is not { } sitOut) continue;

            odd++;
            var helped = snapshot.Candidates.Select(person => person with { PersonId = Some.Id(500), Name = "Newcomer" })
                .Select(newcomer => Matchmaker.Plan(snapshot with { Candidates = [.. snapshot.Candidates, newcomer] }))
                .Any(after => after.SitOuts.Count == plan.SitOuts.Count - 1 && after.SitOuts.All(other => other.PersonId != sitOut.PersonId));
            Assert.True(helped, $"seed {seed}");
        }

        Assert.True(odd > 5, $"only {odd} odd ones");
    }

    [Theory]
    [InlineData(1, false, 0, "each of them was the only possible partner of somebody else")]
    [InlineData(1, true, 0, "each of them met somebody who had waited longer than you")]
    [InlineData(1, true, 2_100, "each of them met somebody who had waited longer than you")]
    [InlineData(0, true, 0, "whomever you had met, somebody else would have been without anybody")]
    public void What_it_would_have_cost_is_said_as_it_is_however_many_others_there_are(int rivalsDebt, bool rivalHasAnother, int others, string words)
    {
        // Four mentees who may not sit together, for one mentor or two.
        Candidate[] mentees = [Rival(2, rivalsDebt, 4, 6, 7), Rival(4, 0, 2, 6, 7), Rival(6, rivalHasAnother ? rivalsDebt : 0, 2, 4, 7), Rival(7, 0, 2, 4, 6)];
        Candidate[] mentors = rivalHasAnother ? [Some.Mentor(1, level: 5), Some.Mentor(5, level: 5)] : [Some.Mentor(1, level: 5)];
        var plan = Matchmaker.Plan(Some.Round([.. mentors, .. mentees, .. Enumerable.Range(100, others).Select(number => Some.Person(number))]));
        Assert.Contains(plan.SitOuts, sitOut => sitOut.Explanation.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2_500)]
    public void The_rule_that_binds_is_found_among_everybody(int unfit)
    {
        // Whoever comes first by id does not fit by two rules; the one who fails a single one comes last.
        var busy = Enumerable.Range(100, unfit).Select(number => Some.Mentor(number, level: 1) with { DoNotMatch = [Some.Id(1)], Offers = ["mentor"] });
        var plan = Matchmaker.Plan(Some.Round([Some.Mentee(1, level: 2), .. busy, Some.Mentor(9_000, level: 2)]));
        Assert.Equal(SitOutReasons.NobodyFitting, plan.SitOuts.Single(sitOut => sitOut.PersonId == Some.Id(1)).Reason);
    }

    private static Candidate Rival(int number, int debt, params int[] apart) =>
        Some.Mentee(number, level: 2) with { TimesLeftOut = debt, DoNotMatch = [.. apart.Select(Some.Id)] };

    private static IEnumerable<RoundSnapshot> WithOneMoreWish(RoundSnapshot snapshot, Guid id) => Types.SelectMany(type => new[]
    {
        Changed(snapshot, id, person => person with { Seeks = [.. person.Seeks, type] }),
        Changed(snapshot, id, person => person with { Offers = [.. person.Offers, type] }),
    });

    private static RoundSnapshot Changed(RoundSnapshot snapshot, Guid id, Func<Candidate, Candidate> change) =>
        snapshot with { Candidates = [.. snapshot.Candidates.Select(person => person.PersonId == id ? change(person) : person)] };

    private static bool IsServed(RoundSnapshot snapshot, Guid id) => Matchmaker.Plan(snapshot).SitOuts.All(sitOut => sitOut.PersonId != id);
}
