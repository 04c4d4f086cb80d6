using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;

namespace PairingBot.App.Tests.Chat;

public sealed class InboxTests
{
    [Fact]
    public async Task The_same_event_eight_times_at_once_and_again_later_has_one_effect()
    {
        await using var bot = await Bot.StartAsync("UANA");
        var accepted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.AcceptAsync("E1", "UANA says join")));
        Assert.Single(accepted, isNew => isNew);

        await ReadAllAsync(bot);
        Assert.False(await bot.AcceptAsync("E1", "UANA says join"));
        await ReadAllAsync(bot);
        await bot.SendAsync();

        Assert.Equal(["joined"], bot.Platform.Keys("UANA"));
    }

    [Fact]
    public async Task A_host_that_dies_before_the_effect_leaves_the_event_to_another()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.AcceptAsync("E1", "UANA says join");
        Assert.NotNull(await TakeAsync(bot)); // and then the host is gone
        Assert.False(await bot.ReadEventAsync());

        await EndLeasesAsync(bot);

        Assert.True(await bot.ReadEventAsync());
        Assert.Equal(1, await bot.QueryAsync(db => db.Participants.CountAsync()));
    }

    [Fact]
    public async Task A_host_that_comes_too_late_has_no_effect()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.AcceptAsync("E1", "UANA says join");
        var slow = (await TakeAsync(bot))!;
        await EndLeasesAsync(bot);
        await bot.ReadEventAsync();

        var request = bot.Platform.Read("UANA says leave");
        await bot.InScopeAsync<Exchange, int>(async exchange =>
        {
            await exchange.CarryOutAsync(slow, request, CancellationToken.None);
            return 0;
        });

        Assert.False((await bot.QueryAsync(db => db.Participants.SingleAsync())).HasLeft);
    }

    [Fact]
    public async Task An_event_that_always_fails_is_given_up_and_holds_up_nobody()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.AcceptAsync("E1", "broken for ever");
        await bot.AcceptAsync("E2", "UANA says join");
        for (var attempt = 0; attempt < InboxLease.MostAttempts; attempt++)
        {
            await EndLeasesAsync(bot);
            await ReadAllAsync(bot);
        }

        var given = await bot.QueryAsync(db => db.Inbox.AsNoTracking().SingleAsync(row => row.EventId == "E1"));
        Assert.Equal((InboxLease.MostAttempts, "FormatException", 0), (given.Attempts, given.Failure, given.Body.Length));
        Assert.NotNull(given.DoneAt);
        Assert.Equal(1, await bot.QueryAsync(db => db.Participants.CountAsync()));
    }

    [Fact]
    public async Task An_event_that_takes_its_host_down_each_time_is_given_up_too()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.AcceptAsync("E1", "UANA says join");
        for (var attempt = 0; attempt < InboxLease.MostAttempts; attempt++)
        {
            Assert.NotNull(await TakeAsync(bot));
            await EndLeasesAsync(bot);
        }

        Assert.False(await bot.ReadEventAsync());
        Assert.Equal("took-its-host-down", (await bot.QueryAsync(db => db.Inbox.AsNoTracking().SingleAsync())).Failure);
    }

    [Fact]
    public async Task What_means_nothing_is_done_at_once_and_nothing_of_it_is_kept()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.AcceptAsync("E1", "nothing");
        await ReadAllAsync(bot);
        var done = await bot.QueryAsync(db => db.Inbox.AsNoTracking().SingleAsync());
        Assert.Equal((1, 0, null), (done.Attempts, done.Body.Length, done.Failure));
    }

    [Fact]
    public async Task What_waits_can_not_be_read_in_the_table()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.AcceptAsync("E1", "UANA says goal private matters");
        Assert.DoesNotContain("private", System.Text.Encoding.UTF8.GetString((await bot.QueryAsync(db => db.Inbox.SingleAsync())).Body), StringComparison.Ordinal);
    }

    private static async Task ReadAllAsync(Bot bot)
    {
        while (await bot.ReadEventAsync())
        {
        }
    }

    private static Task<InboxEvent?> TakeAsync(Bot bot) => bot.InScopeAsync<InboxLease, InboxEvent?>(lease => lease.TakeAsync(CancellationToken.None));

    private static Task<int> EndLeasesAsync(Bot bot) => bot.ExecuteAsync($"UPDATE inbox SET next_attempt_at = clock_timestamp() - interval '1 second'");
}
