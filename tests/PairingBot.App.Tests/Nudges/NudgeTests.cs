using Microsoft.EntityFrameworkCore;
using PairingBot.App.Nudges;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Tests.Nudges;

public sealed class NudgeTests
{
    [Fact]
    public async Task Both_are_reminded_after_two_days_and_asked_after_four()
    {
        await using var bot = await PairedAsync();
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        Assert.Equal(["introduction-opener", "find-a-time", "did-you-meet"], bot.Platform.Keys("UANA+UBEN"));
    }

    [Fact]
    public async Task Nobody_who_has_met_is_reminded()
    {
        await using var bot = await PairedAsync();
        await bot.AnswerAsync("UANA", new SayMet(await ArgumentAsync(bot)));
        await bot.NudgeAsync(TimeSpan.FromDays(4));
        Assert.Equal(["introduction-opener", "met"], bot.Platform.Keys("UANA+UBEN"));
        Assert.Equal([NudgeState.Dropped, NudgeState.Dropped], (await bot.QueryAsync(db => db.Nudges.ToListAsync())).Select(nudge => nudge.State));
    }

    [Fact]
    public async Task With_a_time_found_only_the_question_remains()
    {
        await using var bot = await PairedAsync();
        await bot.AnswerAsync("UBEN", new SayTimeFound(await ArgumentAsync(bot)));
        await bot.NudgeAsync(TimeSpan.FromDays(4));
        Assert.Equal(["introduction-opener", "time-found", "did-you-meet"], bot.Platform.Keys("UANA+UBEN"));
    }

    [Fact]
    public async Task A_time_that_fell_through_can_be_found_again()
    {
        await using var bot = await PairedAsync();
        var pairing = await ArgumentAsync(bot);
        foreach (var said in (Intent[])[new SayTimeFound(pairing), new SayNotMet(pairing), new SayTimeFound(pairing)]) await bot.AnswerAsync("UBEN", said);
        await bot.SendAsync();
        Assert.Equal(["introduction-opener", "time-found", "time-found"], bot.Platform.Keys("UANA+UBEN"));
    }

    [Fact]
    public async Task Many_hosts_at_once_send_each_reminder_once()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM", "UDEV");
        await using var other = await bot.AnotherHostAsync();
        await bot.HoldRoundAsync();
        bot.Clock.Advance(TimeSpan.FromDays(4));

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? bot : other).RunAsync<SendDueNudges>()));
        await Task.WhenAll(bot.SendAsync(), other.SendAsync());

        Assert.Equal(4, sent.Sum());
        Assert.Equal(["did-you-meet", "did-you-meet", "find-a-time", "find-a-time"], bot.Platform.Posts.Select(post => post.Message.Key).Where(key => key is "did-you-meet" or "find-a-time").Order());
    }

    [Fact]
    public async Task A_group_that_lost_somebody_is_left_in_peace()
    {
        await using var bot = await PairedAsync();
        await bot.AcceptAsync("E1", "UBEN is Deactivated");
        await bot.ReadEventAsync();
        await bot.NudgeAsync(TimeSpan.FromDays(4));
        Assert.Equal(["introduction-opener"], bot.Platform.Keys("UANA+UBEN"));
    }

    [Fact]
    public async Task A_reminder_of_a_later_version_is_dropped()
    {
        await using var bot = await PairedAsync();
        await bot.ExecuteAsync($"UPDATE nudges SET kind = 'of-a-later-version' WHERE kind = 'find-a-time'");
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        Assert.Equal(["introduction-opener"], bot.Platform.Keys("UANA+UBEN"));
    }

    private static async Task<Bot> PairedAsync()
    {
        var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.HoldRoundAsync();
        return bot;
    }

    private static async Task<string> ArgumentAsync(Bot bot) => Introduction.Argument(await bot.QueryAsync(db => db.Pairings.SingleAsync()));
}
