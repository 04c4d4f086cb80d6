using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Tests.Chat;

public sealed class OutboxTests
{
    [Fact]
    public async Task What_has_the_same_key_is_refused_together_with_what_came_with_it()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await WriteAsync(bot, "Hello", once: "hello:1");

        await Assert.ThrowsAsync<DbUpdateException>(() => WriteAsync(bot, "Hello again", once: "hello:1"));
        await WriteAsync(bot, "Something else", once: "hello:2");

        await bot.SendAsync();
        Assert.Equal(["Hello", "Something else"], bot.Platform.Posts.Select(post => post.Message.Summary));
    }

    [Fact]
    public async Task Nothing_that_waits_can_be_read_in_the_table()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await WriteAsync(bot, "Something private");
        var row = await bot.QueryAsync(db => db.Outbox.SingleAsync());
        Assert.DoesNotContain("private", System.Text.Encoding.UTF8.GetString(row.Content), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_row_that_breaks_holds_up_no_other_and_waits()
    {
        await using var bot = await Bot.StartAsync("UANA", "UBEN");
        await WriteAsync(bot, "Nobody can read this");
        await bot.ExecuteAsync($"UPDATE outbox SET content = decode('00', 'hex')");
        await AnnounceAsync(bot, channels: 20);

        await bot.SendAsync();

        Assert.Equal(20, bot.Platform.Posts.Count);
        var broken = await bot.QueryAsync(db => db.Outbox.AsNoTracking().SingleAsync(row => row.State == OutboxState.Waiting));
        Assert.Equal(("CryptographicException", null), (broken.Failure, broken.LeasedUntil));
    }

    [Fact]
    public async Task While_opening_is_held_back_nobody_else_is_refused_and_what_needs_no_opening_goes_out()
    {
        await using var bot = await Bot.StartAsync([.. Enumerable.Range(10, 30).Select(number => $"U{number}")]);
        var people = await bot.QueryAsync(db => db.People.AsNoTracking().ToListAsync());
        await WriteToAsync(bot, [[people[0]]]);
        await bot.SendAsync();
        bot.Platform.Fail("open", [.. Enumerable.Repeat(new RetryAfter(TimeSpan.FromHours(1)), 100)]);

        await WriteToAsync(bot, [.. Enumerable.Range(1, 29).Select(index => new[] { people[0], people[index] }), [people[0]]]);
        await bot.SendAsync();

        Assert.InRange(100 - bot.Platform.Faults["open"].Count, 1, 8); // those that were under way together
        Assert.Equal(2, bot.Platform.Keys(people[0].ExternalId).Count());
        Assert.Equal(29, await bot.QueryAsync(db => db.Outbox.CountAsync(row => row.State == OutboxState.Waiting && row.Attempts == 0)));
    }

    [Fact]
    public async Task After_a_failed_replacement_no_second_opener_is_posted()
    {
        await using var bot = await Bot.StartAsync("UANA", "UBEN");
        bot.Platform.Fail("update", new RetryAfter(TimeSpan.Zero), new RetryAfter(TimeSpan.Zero));
        await WriteAsync(bot, "The whole introduction", opener: "Ana, meet Ben.");

        await bot.SendAsync();

        Assert.Equal(["Ana, meet Ben."], bot.Platform.Posts.Select(post => post.Message.Summary));
        Assert.Equal(["The whole introduction"], bot.Platform.Updates.Select(update => update.Message.Summary));
        Assert.Single(bot.Platform.Opened);
    }

    [Fact]
    public async Task A_known_conversation_is_not_opened_again_and_one_that_is_gone_is_looked_for_anew()
    {
        await using var bot = await Bot.StartAsync("UANA", "UBEN");
        await WriteAsync(bot, "One");
        await bot.SendAsync();
        await WriteAsync(bot, "Two");
        await bot.SendAsync();
        Assert.Single(bot.Platform.Opened);

        bot.Platform.Fail("post", new Gone(GoneScope.Place, "channel_not_found"));
        await WriteAsync(bot, "Three");
        await WriteAsync(bot, "Four");
        await bot.SendAsync();
        await bot.ExecuteAsync($"UPDATE outbox SET next_attempt_at = clock_timestamp()"); // the wait is over
        await bot.SendAsync();

        Assert.Equal(2, bot.Platform.Opened.Count);
        Assert.Equal(["One", "Two", "Three", "Four"], bot.Platform.Posts.Select(post => post.Message.Summary));
    }

    [Fact]
    public async Task A_message_whose_new_conversation_is_refused_as_well_is_given_up_and_holds_up_nobody()
    {
        await using var bot = await Bot.StartAsync("UANA", "UBEN");
        bot.Platform.Fail("post", new Gone(GoneScope.Place, "is_archived"));
        await WriteAsync(bot, "One");
        await WriteAsync(bot, "Two");
        await bot.SendAsync();
        Assert.Equal(["Two"], bot.Platform.Posts.Select(post => post.Message.Summary));
        Assert.Equal(OutboxState.Gone, (await bot.QueryAsync(db => db.Outbox.AsNoTracking().OrderBy(row => row.Id).FirstAsync())).State);
    }

    [Fact]
    public async Task While_a_workspace_refuses_our_credentials_its_messages_wait()
    {
        await using var bot = await Bot.StartAsync("UANA");
        bot.Platform.Fail("post", new Gone(GoneScope.Installation, "invalid_auth"));
        await WriteAsync(bot, "Hello");
        await bot.SendAsync();
        var row = await bot.QueryAsync(db => db.Outbox.AsNoTracking().SingleAsync());
        Assert.Equal((OutboxState.Waiting, "invalid_auth", 0), (row.State, row.Failure, row.Attempts));
    }

    [Fact]
    public async Task The_same_people_are_one_conversation_in_whatever_order_they_come() =>
        Assert.Equal(Outbox.Members(["UBEN", "UANA"]), await Task.FromResult(Outbox.Members(["UANA", "UBEN"])));

    private static async Task WriteAsync(Bot bot, string words, string? once = null, string? opener = null)
    {
        var people = await bot.QueryAsync(db => db.People.AsNoTracking().ToListAsync());
        await bot.InScopeAsync<IServiceProvider, int>(scope =>
        {
            scope.GetRequiredService<Outbox>().ToPeople(people, Message("test", words), once, opener is null ? null : Message("opener", opener));
            return scope.GetRequiredService<PairingBotDb>().SaveChangesAsync();
        });
    }

    private static async Task WriteToAsync(Bot bot, IEnumerable<Domain.People.Person[]> groups) => await bot.InScopeAsync<IServiceProvider, int>(scope =>
    {
        foreach (var group in groups) scope.GetRequiredService<Outbox>().ToPeople(group, Message("test", "Hello"));
        return scope.GetRequiredService<PairingBotDb>().SaveChangesAsync();
    });

    private static async Task AnnounceAsync(Bot bot, int channels)
    {
        var installation = await bot.QueryAsync(db => db.Installations.AsNoTracking().SingleAsync());
        await bot.InScopeAsync<IServiceProvider, int>(scope =>
        {
            for (var channel = 0; channel < channels; channel++) scope.GetRequiredService<Outbox>().ToChannel(installation.Id, $"C{channel}", Message("test", "Hello"));
            return scope.GetRequiredService<PairingBotDb>().SaveChangesAsync();
        });
    }

    private static ChatMessage Message(string key, string words) => ChatMessage.Of(key, ChatText.Plain(words));
}
