using Microsoft.EntityFrameworkCore;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Conversations;

/// <summary>Ana is the mentor of Ben.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task Whoever_seeks_gets_a_draft_and_nobody_else()
    {
        await using var bot = await MentoredAsync();
        Assert.Single(bot.Platform.Keys("UBEN"), "request-offer");
        Assert.DoesNotContain("request-offer", bot.Platform.Keys("UANA"));
    }

    [Fact]
    public async Task Between_equals_nobody_does()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        var pairing = Assert.Single(await bot.HoldRoundAsync());
        Assert.DoesNotContain("request-offer", bot.Platform.Keys("UANA").Concat(bot.Platform.Keys("UBEN")));
        Assert.Equal("request-not-a-seeker", Key(await bot.AnswerAsync("UBEN", new FrameRequest(Introduction.Argument(pairing)))));
    }

    [Fact]
    public async Task What_is_sent_stands_in_the_conversation_once_in_the_seekers_name()
    {
        await using var bot = await MentoredAsync();
        Assert.Equal("request-sent", Key(await SendAsync(bot, "May I ask you something?")));
        Assert.Equal("request-already-sent", Key(await SendAsync(bot, "And another thing")));
        await bot.SendAsync();
        var post = Assert.Single(bot.Platform.Posts, post => post.Message.Key == "request");
        Assert.Equal(["UBEN of the House asks:", "May I ask you something?"], post.Message.Pieces.OfType<Paragraph>().Select(piece => piece.Text.ReadAloud()));
    }

    [Fact]
    public async Task What_was_typed_too_late_is_given_back()
    {
        await using var bot = await MentoredAsync();
        await SendAsync(bot, "Once");
        Assert.Contains("My second thoughts", Assert.IsType<Say>(await SendAsync(bot, "My second thoughts")).Message.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_opens_with_the_draft_until_it_was_sent()
    {
        await using var bot = await MentoredAsync();
        var form = Assert.IsType<OpenForm>(await bot.AnswerAsync("UBEN", new FrameRequest(await ArgumentAsync(bot)))).Form;
        Assert.Contains("run better meetings", form.Pieces.OfType<TextField>().Single().Value, StringComparison.Ordinal);
        await SendAsync(bot, "Once");
        Assert.Equal("request-already-sent", Key(await bot.AnswerAsync("UBEN", new FrameRequest(await ArgumentAsync(bot)))));
    }

    [Fact]
    public async Task The_mentor_has_nothing_to_ask()
    {
        await using var bot = await MentoredAsync();
        Assert.Equal("request-not-a-seeker", Key(await bot.AnswerAsync("UANA", new SendRequest(await ArgumentAsync(bot), Forms.Filled(("words", "Me too"))))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)] // too long
    public async Task Too_little_or_too_much_keeps_the_form(string? words)
    {
        await using var bot = await MentoredAsync();
        Assert.Equal(["words"], Assert.IsType<RefuseForm>(await SendAsync(bot, words ?? new string('w', RequestDraft.MaxLength + 1))).Faults.Keys);
    }

    [Fact]
    public async Task Two_windows_at_once_send_one()
    {
        await using var bot = await MentoredAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => SendAsync(bot, $"Words {number}")));
        await bot.SendAsync();
        Assert.Single(bot.Platform.Posts, post => post.Message.Key == "request");
    }

    private static async Task<Bot> MentoredAsync()
    {
        var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.SayAsync("UBEN", "goal run better meetings");
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.RunAsync<OpenDueRounds>();
        var ids = await bot.QueryAsync(db => db.People.ToDictionaryAsync(person => person.ExternalId, person => person.Id));
        await bot.IntroduceAsync(new PairingPlan([new PlannedPairing("mentor", [new(ids["UBEN"], "mentee"), new(ids["UANA"], "mentor")], ["Why not."], 0)], [], new PlanProof(0, 0, true)));
        await bot.SendAsync();
        return bot;
    }

    private static async Task<Reply> SendAsync(Bot bot, string words) => await bot.AnswerAsync("UBEN", new SendRequest(await ArgumentAsync(bot), Forms.Filled(("words", words))));

    private static async Task<string> ArgumentAsync(Bot bot) => Introduction.Argument(await bot.QueryAsync(db => db.Pairings.SingleAsync()));

    private static string Key(Reply reply) => Assert.IsType<Say>(reply).Message.Key;
}
