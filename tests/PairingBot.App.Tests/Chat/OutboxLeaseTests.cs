using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Tests.Chat;

public sealed class OutboxLeaseTests
{
    [Fact]
    public async Task Only_the_oldest_message_of_a_conversation_can_be_taken()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await WriteAsync(bot, "a", "b", "a");
        var first = await TakeAsync(bot);
        Assert.Equal(["a 1", "b 2"], Names(first));
        Assert.Empty(await TakeAsync(bot));

        await SentAsync(bot, first.Single(row => row.Lane == "a"));

        Assert.Equal(["a 3"], Names(await TakeAsync(bot)));
    }

    [Fact]
    public async Task Eight_takers_at_once_take_each_message_once_and_each_conversation_in_order()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await WriteAsync(bot, [.. Enumerable.Range(0, 160).Select(number => $"lane{number % 20}")]);
        var sent = new ConcurrentQueue<(string Lane, long Id)>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (sent.Count < 160)
            {
                foreach (var row in await TakeAsync(bot, most: 3))
                {
                    sent.Enqueue((row.Lane, row.Id));
                    await SentAsync(bot, row);
                }
            }
        })));

        Assert.Equal(160, sent.Select(row => row.Id).Distinct().Count());
        Assert.All(sent.GroupBy(row => row.Lane), lane => Assert.Equal(lane.Select(row => row.Id).Order(), lane.Select(row => row.Id)));
    }

    [Fact]
    public async Task A_lease_that_ended_lets_another_host_take_over_where_the_first_stopped()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await WriteAsync(bot, "a");
        var taken = Assert.Single(await TakeAsync(bot));
        await bot.InScopeAsync<OutboxLease, int>(async lease =>
        {
            await lease.OpenedAsync(taken, "G1", CancellationToken.None);
            await lease.PostedAsync(taken, "m1", CancellationToken.None);
            return 0;
        });
        Assert.Empty(await TakeAsync(bot));

        await bot.ExecuteAsync($"UPDATE outbox SET leased_until = clock_timestamp() - interval '1 second'");

        var again = Assert.Single(await TakeAsync(bot));
        Assert.Equal(("G1", "m1", 2), (again.ConversationId, again.MessageId, again.Attempts));
    }

    [Fact]
    public async Task A_message_that_waits_holds_back_what_comes_after_it_in_its_conversation_only()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await WriteAsync(bot, "a", "a", "b");
        var head = (await TakeAsync(bot)).Single(row => row.Lane == "a");
        await bot.InScopeAsync<OutboxLease, int>(async lease =>
        {
            await lease.WaitAsync(head, TimeSpan.FromHours(1), "away", blameless: false, CancellationToken.None);
            return 0;
        });
        Assert.Empty(await TakeAsync(bot)); // b is leased, the second a waits for the first
        Assert.False(await bot.InScopeAsync<OutboxLease, bool>(lease => lease.KnownConversationAsync(head, CancellationToken.None).ContinueWith(known => known.Result is not null, TaskScheduler.Default)));
    }

    [Fact]
    public async Task What_can_never_be_delivered_lets_the_next_go()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await WriteAsync(bot, "a", "a");
        var head = Assert.Single(await TakeAsync(bot));
        await bot.InScopeAsync<OutboxLease, int>(async lease =>
        {
            await lease.GoneAsync(head, "user_disabled", CancellationToken.None);
            return 0;
        });
        Assert.Equal(["a 2"], Names(await TakeAsync(bot)));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_wait_that_the_platform_asked_for_is_nobody_s_fault(bool blameless, int attempts)
    {
        await using var bot = await Bot.StartAsync("UANA");
        await WriteAsync(bot, "a");
        var row = Assert.Single(await TakeAsync(bot));
        await bot.InScopeAsync<OutboxLease, int>(async lease =>
        {
            await lease.WaitAsync(row, TimeSpan.Zero, null, blameless, CancellationToken.None);
            return 0;
        });
        Assert.Equal(attempts, (await bot.QueryAsync(db => db.Outbox.AsNoTracking().SingleAsync())).Attempts);
    }

    [Fact]
    public async Task A_workspace_that_removed_the_bot_gets_nothing_until_it_is_back()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await WriteAsync(bot, "a");
        await bot.ExecuteAsync($"UPDATE installations SET removed_at = clock_timestamp()");
        Assert.Empty(await TakeAsync(bot));
        await bot.ExecuteAsync($"UPDATE installations SET removed_at = NULL");
        Assert.Single(await TakeAsync(bot));
    }

    [Fact]
    public async Task One_host_at_a_time_sends_for_a_workspace_until_it_lets_go_or_is_not_heard_of()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await WriteAsync(bot, "a", "b", "c");
        Assert.Single(await TakeAsync(bot, most: 1));
        Assert.Empty(await TakeAsync(bot, host: "other"));

        await bot.InScopeAsync<OutboxLease, int>(async lease =>
        {
            await lease.LetGoAsync("one", CancellationToken.None);
            return 0;
        });
        Assert.Single(await TakeAsync(bot, most: 1, host: "other"));
        Assert.Empty(await TakeAsync(bot));

        await bot.ExecuteAsync($"UPDATE senders SET until = clock_timestamp() - interval '1 second'");
        Assert.Single(await TakeAsync(bot));
    }

    [Fact]
    public async Task Rows_that_hold_back_all_alike_at_one_moment_do_not_wait_for_each_other()
    {
        await using var bot = await Bot.StartAsync("UANA");
        var installation = await bot.QueryAsync(db => db.Installations.SingleAsync());
        await bot.ChangeAsync(db => db.Outbox.AddRange(Enumerable.Range(0, 400).Select(number =>
            new OutboxMessage { InstallationId = installation.Id, Lane = $"lane{number}", To = OutboxAddress.People, Address = $"U{number},UANA", Content = [1] })));
        var rows = await TakeAsync(bot, most: 8);

        var wait = 0;
        await Task.WhenAll(rows.Select(row => Task.Run(async () =>
        {
            for (var turn = 0; turn < 30; turn++)
                await bot.InScopeAsync<OutboxLease, int>(lease => lease.HoldBackAlikeAsync(row, TimeSpan.FromSeconds(Interlocked.Increment(ref wait)), CancellationToken.None));
        })));

        Assert.Empty(await TakeAsync(bot));
    }

    /// <summary>When a large round goes out, what the database believes of the table is old: plans that are good for a few rows only would take minutes for each look.</summary>
    [Fact]
    public async Task A_round_of_fifty_thousand_people_is_leased_and_held_back_without_a_halt()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.ExecuteAsync($"""INSERT INTO outbox (installation_id, lane, "to", address, content, replaces, state, attempts) SELECT installations.id, 'people:U' || number, 'People', 'U' || number, '\x01', false, 'Sent', 1 FROM installations, generate_series(1, 30000) AS number""");
        await bot.ExecuteAsync($"ANALYZE outbox");
        await bot.ExecuteAsync($"""INSERT INTO outbox (installation_id, lane, "to", address, content, opener, replaces, state, attempts) SELECT installations.id, 'people:U' || number || ',V' || number, 'People', 'U' || number || ',V' || number, '\x01', '\x01', false, 'Waiting', 0 FROM installations, generate_series(1, 25000) AS number""");
        var since = Stopwatch.GetTimestamp();

        var rows = await TakeAsync(bot, most: 8);
        foreach (var row in rows)
            await bot.InScopeAsync<OutboxLease, int>(lease => lease.HoldBackAlikeAsync(row, TimeSpan.FromMinutes(5), CancellationToken.None));

        Assert.Equal(8, rows.Count);
        Assert.Empty(await TakeAsync(bot));
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static async Task WriteAsync(Bot bot, params string[] lanes)
    {
        var installation = await bot.QueryAsync(db => db.Installations.SingleAsync());
        foreach (var lane in lanes)
            await bot.ChangeAsync(db => db.Outbox.Add(new OutboxMessage { InstallationId = installation.Id, Lane = lane, To = OutboxAddress.Channel, Address = "C1", Content = [1] }));
    }

    private static Task<List<OutboxMessage>> TakeAsync(Bot bot, int most = 32, string host = "one") =>
        bot.InScopeAsync<OutboxLease, List<OutboxMessage>>(lease => lease.TakeAsync(host, most, CancellationToken.None));

    private static Task<int> SentAsync(Bot bot, OutboxMessage row) => bot.InScopeAsync<OutboxLease, int>(async lease =>
    {
        await lease.SentAsync(row, "m", CancellationToken.None);
        return 0;
    });

    private static IEnumerable<string> Names(IEnumerable<OutboxMessage> rows) => rows.OrderBy(row => row.Id).Select(row => $"{row.Lane} {row.Id}");
}
