using Microsoft.EntityFrameworkCore;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Conversations;

/// <summary>What conversations open with: questions that are new to both, and goals that are fresh.</summary>
public sealed class OpeningTests
{
    [Fact]
    public async Task The_same_two_are_not_asked_the_same_until_all_is_asked()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.ExecuteAsync($"UPDATE programs SET cool_down_rounds = 0");
        for (var round = 0; round < 5; round++) await bot.HoldRoundAsync();
        var keys = (await bot.QueryAsync(db => db.Pairings.ToListAsync())).SelectMany(pairing => pairing.Questions).ToList();
        Assert.Equal((15, 15), (keys.Count, keys.Distinct().Count()));
    }

    [Fact]
    public async Task A_giver_of_two_at_once_is_not_asked_the_same_twice()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM");
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.RunAsync<OpenDueRounds>();
        var ids = await bot.QueryAsync(db => db.People.ToDictionaryAsync(person => person.ExternalId, person => person.Id));
        PlannedPairing Mentored(string who) => new("mentor", [new(ids[who], "mentee"), new(ids["UANA"], "mentor")], ["Why not."], 0);
        await bot.IntroduceAsync(new PairingPlan([Mentored("UBEN"), Mentored("UCEM")], [], new PlanProof(0, 0, true)));
        Assert.Equal(6, (await bot.QueryAsync(db => db.Pairings.ToListAsync())).SelectMany(pairing => pairing.Questions).Distinct().Count());
    }

    [Fact]
    public async Task A_goal_counts_for_two_rounds_and_is_asked_anew()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.ExecuteAsync($"UPDATE programs SET cool_down_rounds = 0");
        await bot.SayAsync("UANA", "goal say no");
        for (var round = 0; round < 3; round++) await bot.HoldRoundAsync();
        Assert.Equal(["say no", "say no", null], await GoalsAsync(bot));
        Assert.Equal("goal-ask-anew", Assert.IsType<Say>(await bot.SayAsync("UANA", "goal")).Message.Key);
    }

    [Fact]
    public async Task Kept_with_one_press_it_counts_again()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.ExecuteAsync($"UPDATE programs SET cool_down_rounds = 0");
        await bot.SayAsync("UANA", "goal say no");
        for (var round = 0; round < 2; round++) await bot.HoldRoundAsync();
        await bot.AnswerAsync("UANA", new KeepGoal());
        await bot.HoldRoundAsync();
        Assert.Equal(["say no", "say no", "say no"], await GoalsAsync(bot));
    }

    [Fact]
    public async Task Saved_again_among_other_settings_it_is_no_newer()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.SayAsync("UANA", "goal say no");
        var before = (await AnaAsync(bot)).Profile.GoalSetAt;
        bot.Clock.Advance(TimeSpan.FromDays(3));
        var form = Assert.IsType<OpenForm>(await bot.SayAsync("UANA", "settings")).Form;
        await bot.AnswerAsync("UANA", new SaveSettings(Forms.AsOpened(form).With("former-fields", "nursing, teaching")));
        Assert.Equal((before, "nursing, teaching"), ((await AnaAsync(bot)).Profile.GoalSetAt, (await AnaAsync(bot)).Profile.FormerFields));
        await bot.AnswerAsync("UANA", new SaveSettings(Forms.AsOpened(form).With("goal", "say yes")));
        Assert.Equal(bot.Clock.Now, (await AnaAsync(bot)).Profile.GoalSetAt);
    }

    private static async Task<IEnumerable<string?>> GoalsAsync(Bot bot)
    {
        var ana = (await AnaAsync(bot)).Id;
        return (await bot.QueryAsync(db => db.Rounds.OrderBy(round => round.Number).ToListAsync())).Select(round => round.Snapshot.Candidates.Single(candidate => candidate.PersonId == ana).Goal);
    }

    private static Task<Domain.People.Person> AnaAsync(Bot bot) => bot.QueryAsync(db => db.People.SingleAsync(person => person.ExternalId == "UANA"));
}
