using PairingBot.App.Tests.Reflections;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.App.Tests.Insights;

/// <summary>/coffee me: for its owner alone.</summary>
public sealed class LearningTests
{
    [Fact]
    public async Task It_holds_what_its_owner_had_and_wants_to_do_and_nothing_of_the_partner_s()
    {
        await using var bot = await SharingTests.MetAsync("UANA", "UBEN");
        await SharingTests.WriteAsync(bot, "UANA", [], ("takeaway", "x"), ("action", "Ask for one question"));
        await SharingTests.WriteAsync(bot, "UBEN", [], ("takeaway", "x"), ("action", "Something else"));
        var mine = await ReadAsync(bot, "UANA");
        Assert.Contains("Ask for one question", mine, StringComparison.Ordinal);
        Assert.Contains("UBEN", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("Something else", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_series_can_be_finished_there()
    {
        await using var bot = await SharingTests.MetAsync("UANA", "UBEN");
        foreach (var who in new[] { "UANA", "UBEN" }) await bot.PressAsync(who, ChatActions.AgainGoOn, await SharingTests.ArgumentAsync(bot));
        var finish = (await YearAsync(bot, "UANA")).Pieces.OfType<Choices>().SelectMany(choices => choices.Items).Single(choice => choice.Action == ChatActions.SeriesFinish);
        await bot.PressAsync("UANA", finish.Action, finish.Argument);
        Assert.DoesNotContain((await YearAsync(bot, "UANA")).Pieces, piece => piece is Choices);
    }

    [Fact]
    public async Task A_skill_that_stands_higher_than_in_the_first_round_of_the_year_has_grown()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await KnowsAsync(bot, 2, SkillSide.Wanted);
        await bot.HoldRoundAsync();
        await KnowsAsync(bot, 4, SkillSide.Offered);
        Assert.Contains("sql: from 2 to 4", await ReadAsync(bot, "UANA"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_conversation_it_says_so()
    {
        await using var bot = await Bot.StartAsync("UANA");
        Assert.Equal("my-learning", (await YearAsync(bot, "UANA")).Key);
    }

    [Fact]
    public async Task Home_shows_its_owner_what_they_want_to_do()
    {
        await using var bot = await SharingTests.MetAsync("UANA", "UBEN");
        await SharingTests.WriteAsync(bot, "UANA", [], ("takeaway", "x"), ("action", "Ask for one question"));
        Assert.Contains("Ask for one question", Text(Assert.IsType<Say>(await bot.SayAsync("UANA", "home")).Message), StringComparison.Ordinal);
        Assert.DoesNotContain("Ask for one question", Text(Assert.IsType<Say>(await bot.SayAsync("UBEN", "home")).Message), StringComparison.Ordinal);
    }

    private static Task<int> KnowsAsync(Bot bot, int level, SkillSide side) => bot.ChangeAsync(db =>
    {
        var ana = db.People.Single(person => person.ExternalId == "UANA");
        ana.Describe(ana.Profile, [new Skill("sql", level, side)], null);
    });

    private static async Task<ChatMessage> YearAsync(Bot bot, string who) => Assert.IsType<Say>(await bot.SayAsync(who, "me")).Message;

    private static async Task<string> ReadAsync(Bot bot, string who) => Text(await YearAsync(bot, who));

    private static string Text(ChatMessage message) => string.Join('\n', message.Pieces.SelectMany(piece => piece switch
    {
        Paragraph paragraph => [paragraph.Text.ReadAloud()],
        Bullets bullets => bullets.Items.Select(item => item.ReadAloud()),
        _ => [],
    }));
}
