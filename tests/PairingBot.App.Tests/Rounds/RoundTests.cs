using Microsoft.EntityFrameworkCore;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Tests.Rounds;

public sealed class RoundTests
{
    private static readonly string[] Six = ["UANA", "UBEN", "UCEM", "UDEV", "UEVA", "UFAY"];

    [Fact]
    public async Task Many_hosts_at_once_open_and_introduce_one_round()
    {
        await using var bot = await Bot.StartJoinedAsync(Six);
        await using var other = await bot.AnotherHostAsync();
        bot.Clock.Advance(TimeSpan.FromHours(1));

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? bot : other).RunAsync<OpenDueRounds>()));
        var introduced = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? bot : other).RunAsync<IntroduceRounds>()));
        await Task.WhenAll(bot.SendAsync(), other.SendAsync());

        Assert.Equal((1, 1), (opened.Sum(), introduced.Sum()));
        Assert.Equal(3, bot.Platform.Updates.Count(update => update.Message.Key == "introduction"));
        var members = (await bot.QueryAsync(db => db.Pairings.ToListAsync())).SelectMany(pairing => pairing.Members).Select(member => member.PersonId).ToList();
        Assert.Equal((6, 6), (members.Count, members.Distinct().Count()));
    }

    [Fact]
    public async Task Before_its_time_nothing_opens_and_afterwards_not_twice()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        Assert.Equal(0, await bot.RunAsync<OpenDueRounds>());
        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await bot.RunAsync<OpenDueRounds>());
        Assert.Equal(0, await bot.RunAsync<OpenDueRounds>());
    }

    [Fact]
    public async Task A_round_that_an_organizer_wants_opens_at_once_and_the_next_on_its_date()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        var date = (await bot.QueryAsync(db => db.Programs.SingleAsync())).NextRoundAt;
        await bot.AnswerAsync("UANA", new RunRoundNow());
        Assert.Equal(1, await bot.RunAsync<OpenDueRounds>());
        Assert.Equal(date, (await bot.QueryAsync(db => db.Programs.SingleAsync())).NextRoundAt);
        Assert.Equal(0, await bot.RunAsync<OpenDueRounds>());
    }

    [Fact]
    public async Task A_crash_after_the_snapshot_makes_the_plan_from_it()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.RunAsync<OpenDueRounds>();
        await bot.SayAsync("UBEN", "leave"); // too late for this round

        await using var restarted = await bot.AnotherHostAsync();
        Assert.Equal(1, await restarted.RunAsync<IntroduceRounds>());

        Assert.Equal(2, (await bot.QueryAsync(db => db.Pairings.SingleAsync())).Members.Count);
        Assert.True((await bot.QueryAsync(db => db.Rounds.SingleAsync())).Proof!.Holds);
    }

    [Fact]
    public async Task Somebody_alone_is_told_why_and_is_first_in_line()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA");
        await bot.HoldRoundAsync();
        Assert.Contains("left-out", bot.Platform.Keys("UANA"));
        Assert.Equal(1, (await bot.QueryAsync(db => db.Participants.SingleAsync())).TimesLeftOut);
        Assert.Equal("why-nobody", Assert.IsType<Say>(await bot.SayAsync("UANA", "why")).Message.Key);
    }

    [Fact]
    public async Task Three_are_a_trio_and_nobody_is_left()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM");
        var pairing = Assert.Single(await bot.HoldRoundAsync());
        Assert.Equal(3, pairing.Members.Count);
        Assert.Empty(await bot.QueryAsync(db => db.SitOuts.ToListAsync()));
    }

    [Fact]
    public async Task Pausing_skipping_and_leaving_are_obeyed()
    {
        await using var bot = await Bot.StartJoinedAsync(Six);
        await bot.SayAsync("UANA", "pause 3 days");
        await bot.SayAsync("UBEN", "skip");
        await bot.SayAsync("UCEM", "leave");
        await bot.SayAsync("UDEV", "skip");
        await bot.SayAsync("UDEV", "resume");

        await bot.HoldRoundAsync();
        var first = await bot.QueryAsync(db => db.Rounds.SingleAsync());
        await bot.HoldRoundAsync();
        var second = await bot.QueryAsync(db => db.Rounds.SingleAsync(round => round.Number == 2));

        Assert.Equal((3, 5), (first.Snapshot.Candidates.Count, second.Snapshot.Candidates.Count));
        Assert.Equal((2, 0), (first.Snapshot.Resting.Count, second.Snapshot.Resting.Count)); // who left is not waited for
        Assert.Equal(RoundState.Closed, (await bot.QueryAsync(db => db.Rounds.SingleAsync(round => round.Number == 1))).State);
    }

    [Fact]
    public async Task Nobody_meets_the_same_person_again_while_another_is_free()
    {
        await using var bot = await Bot.StartJoinedAsync(Six);
        for (var round = 0; round < 5; round++) await bot.HoldRoundAsync();
        var pairings = await bot.QueryAsync(db => db.Pairings.ToListAsync());
        Assert.Equal((15, 15), (pairings.Count, pairings.Select(pairing => string.Join('+', pairing.Members.Select(member => member.PersonId).Order())).Distinct().Count()));
    }

    [Fact]
    public async Task Whoever_organized_less_organizes_next()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.ExecuteAsync($"UPDATE programs SET cool_down_rounds = 0");
        for (var round = 0; round < 4; round++) await bot.HoldRoundAsync();
        Assert.Equal([2, 2], (await bot.QueryAsync(db => db.Pairings.ToListAsync())).GroupBy(pairing => pairing.OrganizerId).Select(group => group.Count()));
    }
}
