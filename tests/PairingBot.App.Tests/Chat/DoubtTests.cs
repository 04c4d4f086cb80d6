using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.App.Chat;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Tests.Chat;

/// <summary>What becomes of a message whose answer was lost, or whose host went down while it was on its way.</summary>
public sealed class DoubtTests
{
    [Theory]
    [InlineData(WhenInDoubt.LetBe, 0, OutboxState.PerhapsSent)]
    [InlineData(WhenInDoubt.SendAgain, 1, OutboxState.Sent)]
    public async Task A_lost_answer_repeats_only_what_somebody_waits_for(WhenInDoubt rule, int postsAfterwards, OutboxState state)
    {
        await using var bot = await Bot.StartAsync("UANA");
        bot.Platform.Fail("post", new Uncertain("time-out"));
        await WriteAsync(bot, rule);

        await SendAllAsync(bot);

        Assert.Equal(postsAfterwards, bot.Platform.Posts.Count);
        Assert.Equal(state, (await RowAsync(bot)).State);
    }

    [Theory]
    [InlineData(WhenInDoubt.LetBe, 0)]
    [InlineData(WhenInDoubt.SendAgain, 1)]
    public async Task So_does_a_host_that_went_down_after_the_post(WhenInDoubt rule, int postsAfterwards)
    {
        await using var bot = await Bot.StartAsync("UANA");
        await WriteAsync(bot, rule);
        await bot.ExecuteAsync($"UPDATE outbox SET posting = {rule == WhenInDoubt.LetBe}, attempts = 1, leased_until = clock_timestamp() - interval '1 second'");

        await SendAllAsync(bot);

        Assert.Equal(postsAfterwards, bot.Platform.Posts.Count);
    }

    public static TheoryData<DeliveryResult> NotInDoubt => [new RetryAfter(TimeSpan.Zero), new Unavailable("connect"), new Unavailable("http-503"), new Gone(GoneScope.Installation, "invalid_auth")];

    [Theory]
    [MemberData(nameof(NotInDoubt))]
    public async Task What_was_surely_not_taken_is_sent_again_whatever_it_is(DeliveryResult refusal)
    {
        await using var bot = await Bot.StartAsync("UANA");
        bot.Platform.Fail("post", refusal);
        await WriteAsync(bot, WhenInDoubt.LetBe);

        await SendAllAsync(bot);

        Assert.Single(bot.Platform.Posts);
        Assert.Equal(OutboxState.Sent, (await RowAsync(bot)).State);
    }

    [Fact]
    public async Task A_conversation_that_may_have_been_opened_is_asked_for_again()
    {
        await using var bot = await Bot.StartAsync("UANA");
        bot.Platform.Fail("open", new Uncertain("reset"));
        await WriteAsync(bot, WhenInDoubt.LetBe);
        await SendAllAsync(bot);
        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task A_replacement_goes_to_the_message_that_stands_and_may_be_repeated()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await WriteAsync(bot, WhenInDoubt.LetBe);
        await bot.SendAsync();
        bot.Platform.Fail("update", new Uncertain("reset"), new Unavailable("http-500"));
        var row = await RowAsync(bot);
        await bot.InScopeAsync<IServiceProvider, int>(async scope =>
        {
            var db = scope.GetRequiredService<PairingBotDb>();
            scope.GetRequiredService<Outbox>().Replace(row.Id, await db.People.SingleAsync(), ChatMessage.Of("later", ChatText.Plain("Later figures")));
            return await db.SaveChangesAsync();
        });

        await SendAllAsync(bot);

        Assert.Single(bot.Platform.Posts);
        Assert.Equal((row.MessageId, "Later figures"), (bot.Platform.Updates.Single().MessageId, bot.Platform.Updates.Single().Message.Summary));
    }

    /// <summary>A workspace may forbid to edit messages, and anybody may find a way to delete one.</summary>
    [Fact]
    public async Task Where_the_opener_cannot_be_replaced_the_introduction_follows_it_once()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        bot.Platform.Fail("update", new Gone(GoneScope.Message, "edit_window_closed"));

        await bot.HoldRoundAsync();
        await SendAllAsync(bot);

        Assert.Equal(["introduction-opener", "introduction"], bot.Platform.Posts.Select(post => post.Message.Key).Where(key => key.StartsWith("introduction", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_introduction_that_perhaps_followed_its_opener_does_not_follow_it_again()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.AnswerAsync("UANA", new RunRoundNow()); // so that somebody is told how far it is
        bot.Platform.Fail("update", new Gone(GoneScope.Message, "edit_window_closed"), new Gone(GoneScope.Message, "edit_window_closed"));
        await bot.HoldRoundAsync();
        await bot.ExecuteAsync($"UPDATE outbox SET state = 'Waiting', posting = true, leased_until = NULL WHERE once LIKE 'introduction:%'"); // its host went down before it could say so
        var posts = bot.Platform.Posts.Count;

        await SendAllAsync(bot);

        Assert.Equal(posts, bot.Platform.Posts.Count);
        Assert.Equal(OutboxState.PerhapsSent, await bot.QueryAsync(db => db.Outbox.Where(row => row.Once!.StartsWith("introduction:")).Select(row => row.State).SingleAsync()));
        await bot.RunAsync<TellProgress>();
        Assert.Equal(new RoundProgress(1, 0, 1), (await bot.QueryAsync(db => db.Rounds.SingleAsync())).Progress);
    }

    private static async Task SendAllAsync(Bot bot)
    {
        for (var round = 0; round < 4; round++)
        {
            await bot.SendAsync();
            await bot.ExecuteAsync($"UPDATE outbox SET next_attempt_at = clock_timestamp() WHERE state = 'Waiting'"); // the wait is over
        }
    }

    private static Task<OutboxMessage> RowAsync(Bot bot) => bot.QueryAsync(db => db.Outbox.AsNoTracking().OrderBy(row => row.Id).FirstAsync());

    private static async Task WriteAsync(Bot bot, WhenInDoubt rule) => await bot.InScopeAsync<IServiceProvider, int>(async scope =>
    {
        var db = scope.GetRequiredService<PairingBotDb>();
        var ana = await db.People.SingleAsync();
        scope.GetRequiredService<Outbox>().ToPeople([ana], ChatMessage.Of("test", ChatText.Plain("Hello")), whenInDoubt: rule);
        return await db.SaveChangesAsync();
    });
}
