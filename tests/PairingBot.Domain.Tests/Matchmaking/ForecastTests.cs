using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;
using PairingBot.Matching;

namespace PairingBot.Domain.Tests.Matchmaking;

public sealed class ForecastTests
{
    [Fact]
    public void Fifty_people_without_rules_meet_twice_in_round_fifty_and_only_because_all_have_met()
    {
        var program = new OneProgram([.. Enumerable.Range(1, 50).Select(number => Some.Person(number))], coolDown: 0, seed: 4);
        Assert.Equal(new Forecast(50, 50, Forecast.People, 50, IsPlannedThrough: true, IsByPartners: false), Forecast.Of(program.Snapshot(1)));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Sixty_people_in_three_years_meet_twice_only_where_forced_and_it_was_said_beforehand(int seed, bool allPeers)
    {
        var people = OneProgram.Colleagues(60, seed);
        if (allPeers) people = [.. people.Select(person => person with { Level = (person.Level + 3) / 2, Seeks = ["peer"], Offers = [] })];
        var program = new OneProgram(people, coolDown: 3, seed);
        var allowed = Allowed(people);
        var forecasts = new List<(int Round, Forecast Forecast)>();
        var repeats = new int[157];
        for (var round = 1; round <= 156; round++)
        {
            if (round % 13 == 1) forecasts.Add((round, Forecast.Of(program.Snapshot(round))!));
            var fewest = FewestRepeats(allowed, program.History, round, coolDown: 3);
            (var plan, repeats[round]) = program.Play(round);
            Assert.Equal(30, plan.Pairings.Count);
            Assert.Equal(fewest, repeats[round]);
        }

        Assert.All(forecasts, said =>
        {
            var first = Enumerable.Range(said.Round, 157 - said.Round).First(round => repeats[round] > 0);
            Assert.True(said.Forecast.IsPlannedThrough);
            Assert.Equal(first, said.Forecast.NotBefore);
            Assert.InRange(first, said.Round, said.Forecast.AtLatest);
        });
        Assert.True(forecasts[0].Forecast.NotBefore > 5, "the rules are so tight that there was nothing to foresee");
    }

    [Theory]
    [InlineData("shared-working-hours")]
    [InlineData("no-reporting-line")]
    [InlineData("right-experience")]
    [InlineData(Forecast.Wishes)]
    [InlineData(Forecast.ManyRules)]
    public void The_rule_that_forces_it_is_named(string rule)
    {
        var people = Enumerable.Range(1, 12).Select(number => Some.Person(number)).Select((person, at) => (rule, at % 2) switch
        {
            ("shared-working-hours", var side) => person with { WorkingMinutes = [side == 0 ? new MinuteRange(0, 400) : new MinuteRange(700, 1100)] },
            ("no-reporting-line", _) => at == 0 ? person : person with { ManagerId = at < 8 ? Some.Id(1) : null },
            ("right-experience", var side) => person with { Level = side == 0 ? 1 : 4 },
            (Forecast.Wishes, var side) => person with { Level = side == 0 ? 3 : 4, Seeks = side == 0 ? ["mentor"] : [], Offers = side == 0 ? [] : ["mentor"] },
            _ => person with { DoNotMatch = [.. Enumerable.Range(1, 12).Where(other => other % 2 == at % 2).Select(Some.Id)] },
        });
        var forecast = Forecast.Of(new OneProgram([.. people], coolDown: 0, seed: 3).Snapshot(1))!;
        Assert.Equal(rule, forecast.Rule);
        Assert.True(forecast.AtLatestWithout > forecast.AtLatest);
    }

    [Fact]
    public void The_latest_round_is_never_earlier_than_what_some_plan_of_random_people_reaches()
    {
        var exact = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            var snapshot = RandomRosters.Make(seed, most: 12) with { RoundNumber = 1 };
            if (Forecast.Of(snapshot) is not { } forecast) continue;

            Assert.InRange(forecast.NotBefore, 1, forecast.AtLatest);
            Assert.True(forecast.AtLatestWithout >= forecast.AtLatest);
            if (forecast.NotBefore == forecast.AtLatest) exact++;
            for (var other = 1; other <= 5; other++)
                Assert.InRange(Forecast.Of(snapshot with { Seed = other, Candidates = [.. snapshot.Candidates.Select(person => person with { Goal = null })] })!.NotBefore, 1, forecast.AtLatest);
        }

        Assert.True(exact > 50, $"only {exact} were exact");
    }

    [Fact]
    public void A_large_program_is_told_the_bound_by_partners_and_how_far_the_plan_went()
    {
        var forecast = Forecast.Of(new OneProgram(OneProgram.Colleagues(500, 1), coolDown: 2, seed: 1).Snapshot(1))!;
        Assert.True(forecast is { IsByPartners: true, IsPlannedThrough: false });
        Assert.True(forecast.NotBefore > 1 && forecast.AtLatest > forecast.NotBefore);
    }

    [Fact]
    public void Where_nobody_can_meet_or_people_meet_in_groups_nothing_is_foretold()
    {
        Assert.Null(Forecast.Of(Some.Round(Some.Person(1))));
        Assert.Null(Forecast.Of(Some.Round(Some.Mentee(1, 2), Some.Mentee(2, 2))));
        var groups = Some.Round([.. Enumerable.Range(1, 9).Select(number => Some.Person(number))]);
        Assert.Null(Forecast.Of(groups with { Rules = groups.Rules with { GroupSize = 4 } }));
    }

    [Fact]
    public void Looking_ahead_can_be_cancelled() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Forecast.Of(Some.Round(Some.Person(1), Some.Person(2)), cancel: new CancellationToken(canceled: true)));

    [Fact]
    public void Whoever_has_waited_enough_still_gets_the_bound()
    {
        var snapshot = new OneProgram(OneProgram.Colleagues(20, 2), coolDown: 0, seed: 4).Snapshot(1);
        var (hasty, patient) = (Forecast.Of(snapshot, enough: new CancellationToken(canceled: true))!, Forecast.Of(snapshot)!);
        Assert.Equal(patient with { NotBefore = 1, IsPlannedThrough = false }, hasty);
    }

    /// <summary>Who may meet at all, learned by asking for rounds of only those two.</summary>
    private static List<(int One, int Other)> Allowed(Candidate[] people)
    {
        var lines = people.Where(person => person.ManagerId is not null).Select(person => new ReportingLine(person.PersonId, person.ManagerId!.Value)).ToList();
        return
        [
            .. from one in Enumerable.Range(0, people.Length) from other in Enumerable.Range(one + 1, people.Length - one - 1)
               where Matchmaker.Plan(Some.Round(people[one], people[other]) with { ReportingLines = lines }).Pairings.Count == 1
               select (one, other),
        ];
    }

    /// <summary>Of all ways to serve as many as possible, the one with the fewest pairs that met before; by the matching algorithm alone.</summary>
    private static int FewestRepeats(List<(int One, int Other)> allowed, List<PastMeeting> history, int round, int coolDown)
    {
        var last = new Dictionary<(Guid, Guid), int>();
        foreach (var met in history) last[(met.One, met.Other)] = met.RoundNumber;
        int? Met((int One, int Other) pair) => last.TryGetValue((Some.Id(pair.One + 1), Some.Id(pair.Other + 1)), out var at) ? at : null;

        var edges = allowed.Where(pair => Met(pair) is not { } at || round - at > coolDown).Select(pair => new Edge(pair.One, pair.Other, Met(pair) is null ? 1 : 0));
        return MaximumWeightMatching.Solve(Graph.FromEdges(60, edges), maximumCardinality: true).Mates.Pairs.Count(pair => Met(pair) is not null);
    }
}
