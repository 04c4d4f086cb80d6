using Microsoft.EntityFrameworkCore;
using PairingBot.App.Reflections;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Reflections;

/// <summary>What leaves a reflection, and what does not.</summary>
public sealed class SharingTests
{
    [Fact]
    public async Task The_partner_is_sent_exactly_the_lines_that_were_ticked()
    {
        await using var bot = await MetAsync("UANA", "UBEN");
        await WriteAsync(bot, "UANA", ["takeaway", "action"], ("takeaway", "planted one"), ("given", "planted two"), ("action", "planted three"), ("thought", "planted four"));
        var shared = Assert.Single(bot.Platform.Posts, post => post.Message.Key == "reflection-shared");
        Assert.Equal("UBEN", shared.Conversation);
        Assert.Equal(["planted one", "planted three"], PlantedIn(shared.Message));
        Assert.DoesNotContain(bot.Platform.Posts.Where(post => post.Message.Key != "reflection-shared"), post => PlantedIn(post.Message).Count > 0);
    }

    [Fact]
    public async Task Saved_again_a_line_goes_only_where_it_says_something_new()
    {
        await using var bot = await MetAsync("UANA", "UBEN");
        await WriteAsync(bot, "UANA", ["takeaway"], ("takeaway", "planted one"));
        await WriteAsync(bot, "UANA", ["takeaway"], ("takeaway", "planted one"), ("given", "planted two"));
        await WriteAsync(bot, "UANA", [], ("takeaway", "planted one"));
        await WriteAsync(bot, "UANA", ["takeaway"], ("takeaway", "planted one"));
        Assert.Single(bot.Platform.Keys("UBEN"), key => key == "reflection-shared");
        await WriteAsync(bot, "UANA", ["takeaway"], ("takeaway", "planted other"));
        Assert.Equal(2, bot.Platform.Keys("UBEN").Count(key => key == "reflection-shared"));
    }

    [Fact]
    public async Task In_a_trio_both_partners_read_it_and_are_named_as_two()
    {
        await using var bot = await MetAsync("UANA", "UBEN", "UCEM");
        await WriteAsync(bot, "UANA", ["takeaway"], ("takeaway", "planted one"));
        Assert.Equal(["UBEN", "UCEM"], bot.Platform.Posts.Where(post => post.Message.Key == "reflection-shared").Select(post => post.Conversation).Order());
        var form = Assert.IsType<OpenForm>(await bot.AnswerAsync("UANA", new OpenReflection(await ArgumentAsync(bot)))).Form;
        Assert.Matches("UBEN and UCEM|UCEM and UBEN", form.Pieces.OfType<TextField>().Single(field => field.Key == "given").Label); // in the order of their seats, which is the plan's
    }

    [Fact]
    public async Task After_the_whole_flow_no_answer_is_in_the_database_or_the_logs_in_clear()
    {
        await using var bot = await MetAsync("UANA", "UBEN");
        bot.Log.LookFor("zebra");
        await bot.ChangeAsync(db => db.Programs.Single().MoveInto("C1"));
        await bot.AnswerAsync("UANA", new OpenReflection(await ArgumentAsync(bot)));
        await WriteAsync(bot, "UANA", ["takeaway"], ("takeaway", "zebra a"), ("given", "zebra b"), ("own", "zebra c"), ("action", "zebra d"), ("thought", "zebra e"), ("found", "zebra f"), ("learned", "yes"), ("measure", "4"));
        await WriteAsync(bot, "UBEN", ["given"], ("takeaway", "zebra g"), ("given", "zebra h"));
        await bot.NudgeAsync(TimeSpan.FromDays(7));
        await bot.PressAsync("UANA", ChatActions.ActionDone, await ArgumentAsync(bot));
        await bot.NudgeAsync(TimeSpan.FromDays(30));
        await bot.PressAsync("UANA", ChatActions.FindPost, await ArgumentAsync(bot) + ".1");
        await bot.SayAsync("UANA", "me");
        await bot.SayAsync("UANA", "home");

        Assert.Contains("did-it-help", bot.Platform.Keys("UANA"));
        Assert.Contains("find", bot.Platform.Keys("C1"));
        await DatabaseScan.AssertNowhereAsync(bot.ConnectionString, "zebra");
        Assert.InRange(bot.Log.Seen, 100, int.MaxValue);
        Assert.Empty(bot.Log.Found);
    }

    [Fact]
    public async Task Whether_they_learned_and_the_number_are_kept_as_figures()
    {
        await using var bot = await MetAsync("UANA", "UBEN");
        var form = Assert.IsType<OpenForm>(await bot.AnswerAsync("UANA", new OpenReflection(await ArgumentAsync(bot)))).Form;
        Assert.Contains(form.Pieces.OfType<OneOf>(), field => field.Key == "measure");
        await WriteAsync(bot, "UANA", [], ("takeaway", "x"), ("learned", "somewhat"), ("measure", "4"));
        Assert.Equal(Learned.Somewhat, (await bot.QueryAsync(db => db.Reflections.SingleAsync())).Learned);
        var measure = await bot.QueryAsync(db => db.Measures.SingleAsync());
        Assert.Equal(("quicker-learning", 4), (measure.Kind, measure.Value));
    }

    [Fact]
    public async Task The_channel_s_line_is_shown_first_and_posted_once_by_its_writer_s_word()
    {
        await using var bot = await MetAsync("UANA", "UBEN");
        await bot.ChangeAsync(db => db.Programs.Single().MoveInto("C1"));
        var argument = await ArgumentAsync(bot);
        await WriteAsync(bot, "UANA", [], ("takeaway", "x"), ("found", "planted one"));
        Assert.Equal((1, 0), (bot.Platform.Keys("UANA").Count(key => key == "find-preview"), bot.Platform.Keys("C1").Count()));

        Assert.Equal("not-yours", (await bot.PressAsync("UBEN", ChatActions.FindPost, argument + ".1")).Key);
        Assert.Equal(("find-posted", true), await bot.PressAsync("UANA", ChatActions.FindPost, argument + ".1"));
        Assert.Equal("find-too-late", (await bot.PressAsync("UANA", ChatActions.FindPost, argument + ".1")).Key);
        await WriteAsync(bot, "UANA", [], ("takeaway", "x"), ("found", "planted two"));

        var post = Assert.Single(bot.Platform.Posts, post => post.Conversation == "C1");
        Assert.Equal(["planted one"], PlantedIn(post.Message));
        Assert.DoesNotContain("UBEN", string.Concat(post.Message.Pieces), StringComparison.Ordinal);
        Assert.Single(bot.Platform.Keys("UANA"), key => key == "find-preview");
    }

    [Fact]
    public async Task A_line_that_was_written_anew_is_not_posted_by_the_button_of_the_old_one()
    {
        await using var bot = await MetAsync("UANA", "UBEN");
        await bot.ChangeAsync(db => db.Programs.Single().MoveInto("C1"));
        var argument = await ArgumentAsync(bot);
        await WriteAsync(bot, "UANA", [], ("takeaway", "x"), ("found", "planted one"));
        await WriteAsync(bot, "UANA", [], ("takeaway", "x"), ("found", "planted two"));
        Assert.Equal("find-too-late", (await bot.PressAsync("UANA", ChatActions.FindPost, argument + ".1")).Key);
        Assert.Equal("find-left", (await bot.PressAsync("UANA", ChatActions.FindLeave, argument + ".2")).Key);
        Assert.Empty(bot.Platform.Keys("C1"));
    }

    [Fact]
    public async Task Without_a_channel_nobody_is_asked_for_a_line()
    {
        await using var bot = await MetAsync("UANA", "UBEN");
        var form = Assert.IsType<OpenForm>(await bot.AnswerAsync("UANA", new OpenReflection(await ArgumentAsync(bot)))).Form;
        Assert.DoesNotContain(form.Pieces.OfType<TextField>(), field => field.Key == "found");
    }

    [Fact]
    public async Task A_month_later_it_is_asked_whether_the_action_helped()
    {
        await using var bot = await MetAsync("UANA", "UBEN");
        var argument = await ArgumentAsync(bot);
        await WriteAsync(bot, "UANA", [], ("takeaway", "x"), ("action", "planted one"));
        await bot.NudgeAsync(TimeSpan.FromDays(29));
        Assert.DoesNotContain("did-it-help", bot.Platform.Keys("UANA"));
        await bot.NudgeAsync(TimeSpan.FromDays(3)); // over a weekend
        Assert.Single(bot.Platform.Keys("UANA"), key => key == "did-it-help");
        Assert.Equal(("action-helped", true), await bot.PressAsync("UANA", ChatActions.Helped, argument));
        var reflection = await bot.QueryAsync(db => db.Reflections.SingleAsync());
        Assert.Equal((ActionHelp.Helped, ActionOutcome.Done), (reflection.Help, reflection.Outcome));
    }

    [Fact]
    public async Task A_corrected_word_elsewhere_leaves_the_action_settled()
    {
        await using var bot = await MetAsync("UANA", "UBEN");
        await WriteAsync(bot, "UANA", [], ("takeaway", "x"), ("action", "planted one"), ("action-on", "2026-03-20"));
        await bot.PressAsync("UANA", ChatActions.ActionDone, await ArgumentAsync(bot));
        await WriteAsync(bot, "UANA", [], ("takeaway", "y"), ("action", "planted one"), ("action-on", "2026-03-20"));
        Assert.Equal(ActionOutcome.Done, (await bot.QueryAsync(db => db.Reflections.SingleAsync())).Outcome);
    }

    [Fact]
    public async Task When_the_round_is_over_those_who_said_nothing_are_asked_apart_and_the_press_says_that_they_met()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        var pairing = Assert.Single(await bot.HoldRoundAsync());
        await bot.RunAsync<AskWhoTalked>();
        Assert.DoesNotContain(await bot.QueryAsync(db => db.Nudges.ToListAsync()), nudge => nudge.Kind == "did-you-talk");

        await bot.HoldRoundAsync();
        await bot.RunAsync<AskWhoTalked>();
        await bot.RunAsync<AskWhoTalked>();
        await bot.NudgeAsync(TimeSpan.Zero);
        Assert.Equal((1, 1), (bot.Platform.Keys("UANA").Count(key => key == "did-you-talk"), bot.Platform.Keys("UBEN").Count(key => key == "did-you-talk")));

        Assert.IsType<OpenForm>(await bot.AnswerAsync("UBEN", new SayTalked(Introduction.Argument(pairing))));
        await bot.SendAsync();
        Assert.Equal(PairingState.Met, (await bot.QueryAsync(db => db.Pairings.SingleAsync(row => row.Id == pairing.Id))).State);
        Assert.Contains("reflection-prompt", bot.Platform.Keys("UANA"));
        Assert.IsType<OpenForm>(await bot.AnswerAsync("UANA", new SayTalked(Introduction.Argument(pairing)))); // a second press only opens it
    }

    internal static async Task<Bot> MetAsync(params string[] people)
    {
        var bot = await Bot.StartJoinedAsync(people);
        await bot.HoldRoundAsync();
        await bot.AnswerAsync("UANA", new SayMet(await ArgumentAsync(bot)));
        await bot.SendAsync();
        return bot;
    }

    internal static async Task<string> ArgumentAsync(Bot bot) => Introduction.Argument(await bot.QueryAsync(db => db.Pairings.OrderBy(pairing => pairing.IntroducedAt).FirstAsync()));

    internal static async Task WriteAsync(Bot bot, string who, string[] shared, params (string Key, string Value)[] answers)
    {
        var saved = await bot.AnswerAsync(who, new SaveReflection(await ArgumentAsync(bot), Forms.Filled(answers).With("share", shared)));
        Assert.Equal("reflection-kept", Assert.IsType<Say>(saved).Message.Key);
        await bot.SendAsync();
    }

    private static List<string> PlantedIn(ChatMessage message) =>
        [.. message.Pieces.OfType<Paragraph>().SelectMany(piece => piece.Text.Spans.OfType<Words>()).Select(words => words.Text).Where(words => words.StartsWith("planted", StringComparison.Ordinal))];
}
