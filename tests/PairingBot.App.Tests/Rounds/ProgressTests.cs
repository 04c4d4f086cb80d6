using Microsoft.EntityFrameworkCore;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Tests.Rounds;

public sealed class ProgressTests
{
    [Fact]
    public async Task Whoever_ran_the_round_sees_one_message_that_is_kept_up_to_date()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM", "UDEV");
        await bot.AnswerAsync("UANA", new RunRoundNow());
        bot.Platform.Fail("update", new RetryAfter(TimeSpan.FromHours(1))); // one of the two introductions must wait
        await bot.RunAsync<OpenDueRounds>();
        await bot.RunAsync<IntroduceRounds>();
        await bot.SendAsync();

        Assert.Equal(1, await bot.RunAsync<TellProgress>());
        Assert.Equal(0, await bot.RunAsync<TellProgress>());
        await bot.SendAsync();
        await bot.ExecuteAsync($"UPDATE outbox SET next_attempt_at = clock_timestamp() WHERE state = 'Waiting'");
        await bot.SendAsync();
        Assert.Equal(1, await bot.RunAsync<TellProgress>());
        Assert.Equal(0, await bot.RunAsync<TellProgress>());
        await bot.SendAsync();

        Assert.Equal("Weekly coffee is going out: 0 of 2 introductions so far.", Assert.Single(bot.Platform.Posts, post => post.Message.Key == "round-progress").Message.Summary);
        Assert.Equal(
            ["Weekly coffee is going out: 1 of 2 introductions so far.", "Weekly coffee is out: all 2 introductions."],
            bot.Platform.Updates.Where(update => update.Message.Key == "round-progress").Select(update => update.Message.Summary));
    }

    [Fact]
    public async Task Where_nobody_runs_the_program_nobody_is_told()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.HoldRoundAsync();
        Assert.Equal(0, await bot.RunAsync<TellProgress>());
        Assert.Null((await bot.QueryAsync(db => db.Rounds.SingleAsync())).ProgressMessage);
    }
}
