using Microsoft.EntityFrameworkCore;
using PairingBot.App.Installations;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Tests.Installations;

/// <summary>Who can be written to, and what happens to those who can't.</summary>
public sealed class ReachTests
{
    [Fact]
    public async Task Whoever_blocks_the_bot_is_not_paired_and_the_partner_is_told()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.HoldRoundAsync();
        bot.Platform.Fail("post", new Gone(GoneScope.Person, Reach.Blocked));
        await bot.NudgeAsync(TimeSpan.FromDays(3)); // one reminder to both: not one person's refusal
        Assert.Null((await FindAsync(bot, "UBEN")).Unreachable);

        await bot.InScopeAsync<DirectoryHandler, int>(async directory =>
        {
            await directory.LoseAsync((await FindAsync(bot, "UBEN")).InstallationId, "UBEN", Reach.Blocked, CancellationToken.None);
            return 0;
        });
        await bot.HappensAsync("UBEN removes bot");

        Assert.Equal(PairingState.Ended, (await bot.QueryAsync(db => db.Pairings.SingleAsync())).State);
        Assert.Contains(bot.Platform.Keys("UANA"), key => key == "partner-gone");
        await bot.HoldRoundAsync();
        Assert.Single(await bot.QueryAsync(db => db.Pairings.ToListAsync()));
    }

    [Fact]
    public async Task A_refused_message_to_one_person_says_that_they_can_not_be_reached_until_they_act_again()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM");
        bot.Platform.Fail("post", new Gone(GoneScope.Person, Reach.NotInstalled));
        await bot.HappensAsync("UBEN says help");
        Assert.Equal(Reach.NotInstalled, (await FindAsync(bot, "UBEN")).Unreachable);

        await bot.SayAsync("UBEN", "help");
        Assert.Null((await FindAsync(bot, "UBEN")).Unreachable);
    }

    [Fact]
    public async Task Whoever_adds_the_bot_is_welcomed_once_and_the_first_of_all_runs_the_program()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.HappensAsync("UNEW adds bot", "UNEW adds bot", "UTWO adds bot");

        Assert.Equal("home", Assert.Single(bot.Platform.Keys("UNEW")));
        Assert.True((await FindAsync(bot, "UNEW")).IsAdmin);
        Assert.False((await FindAsync(bot, "UTWO")).IsAdmin);
        await bot.RunAsync<ReadDirectory>();
        Assert.True((await FindAsync(bot, "UNEW")).IsAdmin);
    }

    [Fact]
    public async Task Whoever_takes_the_bot_away_and_back_takes_part_again()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.HappensAsync("UBEN removes bot");
        Assert.Empty(await bot.HoldRoundAsync());

        await bot.HappensAsync("UBEN adds bot");
        Assert.Single(await bot.HoldRoundAsync());
    }

    [Fact]
    public async Task Where_there_is_no_chat_for_a_match_each_gets_the_introduction_alone_with_a_link()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        bot.Platform.Apart = new Apart(_ => Links(("UANA", "https://chat.example.com/ben")));
        await bot.HoldRoundAsync();

        var introductions = bot.Platform.Updates.Where(update => update.Message.Key == "introduction").Select(update => update.Message).ToList();
        Assert.Equal(2, introductions.Count);
        Assert.Single(introductions, message => message.Pieces.OfType<Paragraph>().Any(paragraph => paragraph.Text.Spans.OfType<WebLink>().Any(link => link.Address == "https://chat.example.com/ben")));
        Assert.Equal(["UANA", "UBEN"], bot.Platform.Posts.Where(post => post.Message.Key == "introduction-opener").Select(post => post.Conversation).Order());
        Assert.Equal(PairingState.Introduced, (await bot.QueryAsync(db => db.Pairings.SingleAsync())).State);
    }

    [Fact]
    public async Task Only_an_introduction_looks_for_links()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        var looked = 0;
        bot.Platform.Apart = new Apart(_ =>
        {
            looked++;
            return Links();
        });
        await bot.HoldRoundAsync();
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        Assert.Contains("find-a-time", bot.Platform.Keys("UANA"));
        Assert.Equal(1, looked);
    }

    [Fact]
    public async Task A_missing_permission_for_chats_is_told_to_an_organizer_once()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        bot.Platform.Apart = new Apart(_ => Links(), "Chat.Create");
        await bot.HoldRoundAsync();
        await bot.HoldRoundAsync();

        Assert.Single(bot.Platform.Keys("UANA"), key => key == "chats-missing");
        Assert.DoesNotContain(bot.Platform.Keys("UBEN"), key => key == "chats-missing");
    }

    [Fact]
    public async Task A_share_that_can_not_be_delivered_ends_the_match_as_a_whole()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        bot.Platform.Apart = new Apart(_ => Links());
        bot.Platform.Fail("update", new Gone(GoneScope.Person, Reach.Blocked));
        await bot.HoldRoundAsync();
        await bot.RunAsync<EndLostPairings>();

        Assert.NotEqual(PairingState.Introduced, (await bot.QueryAsync(db => db.Pairings.SingleAsync())).State);
        Assert.Single(await bot.QueryAsync(db => db.People.Where(person => person.Unreachable != null).ToListAsync()));
    }

    [Fact]
    public async Task What_is_delivered_twice_has_one_effect()
    {
        await using var bot = await Bot.StartAsync("UANA");
        var press = new ChatRequest(bot.Platform.Workspace, new ChatSender("UANA"), new JoinProgram(), ChatPlace.Message, "handle") { DeliveryId = "a:1|2" };
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bot.Inbox.AnswerAsync(press, CancellationToken.None)));
        await bot.SendAsync();

        Assert.Single(bot.Platform.PressAnswers);
    }

    [Fact]
    public async Task References_follow_what_came_in_last()
    {
        await using var bot = await Bot.StartAsync("UANA");
        var home = bot.Platform.Workspace;
        await bot.InScopeAsync<IReferenceBook, int>(async book =>
        {
            Assert.Null(await book.ServiceAddressAsync(home, null, CancellationToken.None));
            Assert.True(await book.KeepAsync(home, new ChatReference("a:1", "https://one/", "UANA"), CancellationToken.None));
            Assert.True(await book.KeepAsync(home, new ChatReference("a:1", "https://two/"), CancellationToken.None));
            Assert.False(await book.KeepAsync(new InstallationKey("slack", "another"), new ChatReference("a:2", "https://evil/", "UANA"), CancellationToken.None));

            Assert.Equal(new ChatReference("a:1", "https://two/", "UANA"), await book.OfPersonAsync(home, "UANA", CancellationToken.None));
            Assert.Equal("https://two/", await book.ServiceAddressAsync(home, "19:unknown", CancellationToken.None));
            await book.ForgetAsync(home, "a:1", CancellationToken.None);
            Assert.Null(await book.OfPersonAsync(home, "UANA", CancellationToken.None));
            return 0;
        });
    }

    private static Task<Person> FindAsync(Bot bot, string who) => bot.QueryAsync(db => db.People.SingleAsync(person => person.ExternalId == who));

    private static Task<IReadOnlyDictionary<string, Uri>> Links(params (string Person, string Address)[] links) =>
        Task.FromResult<IReadOnlyDictionary<string, Uri>>(links.ToDictionary(link => link.Person, link => new Uri(link.Address)));
}
