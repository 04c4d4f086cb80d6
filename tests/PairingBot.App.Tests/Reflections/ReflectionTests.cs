using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Reflections;

public sealed class ReflectionTests
{
    private const string Private = "I was afraid to ask";

    [Fact]
    public async Task Nothing_of_it_can_be_read_in_the_database()
    {
        await using var bot = await MetAsync();
        await WriteAsync(bot, "UANA");
        await bot.NudgeAsync(TimeSpan.FromDays(7));
        var dump = await DumpAsync(bot);
        Assert.DoesNotContain("afraid", dump, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes("afraid")), dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_writer_finds_it_again_and_the_partner_finds_an_empty_form()
    {
        await using var bot = await MetAsync();
        await WriteAsync(bot, "UANA");
        Assert.Equal(Private, await TakeawayAsync(bot, "UANA"));
        Assert.Null(await TakeawayAsync(bot, "UBEN"));
    }

    [Fact]
    public async Task Moved_to_the_partner_s_row_it_does_not_open()
    {
        await using var bot = await MetAsync();
        await WriteAsync(bot, "UANA");
        await bot.ExecuteAsync($"UPDATE reflections SET person_id = (SELECT id FROM people WHERE external_id = 'UBEN')");
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => TakeawayAsync(bot, "UBEN"));
    }

    [Fact]
    public async Task Sent_twice_at_once_it_is_one_row_and_one_question()
    {
        await using var bot = await MetAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => WriteAsync(bot, "UANA")));
        Assert.Equal((1, 1), (await bot.QueryAsync(db => db.Reflections.CountAsync()), await bot.QueryAsync(db => db.Nudges.CountAsync(nudge => nudge.Kind == "action-check"))));
    }

    [Fact]
    public async Task The_action_is_asked_about_a_week_later_once()
    {
        await using var bot = await MetAsync();
        await WriteAsync(bot, "UANA");
        await bot.NudgeAsync(TimeSpan.FromDays(6));
        Assert.DoesNotContain("action-check", bot.Platform.Keys("UANA"));
        await bot.NudgeAsync(TimeSpan.FromDays(1));
        await bot.NudgeAsync(TimeSpan.FromDays(7));
        Assert.Single(bot.Platform.Keys("UANA"), key => key == "action-check");
        Assert.DoesNotContain("action-check", bot.Platform.Keys("UBEN"));
    }

    [Fact]
    public async Task Not_yet_asks_again_in_a_week_and_done_never_again()
    {
        await using var bot = await MetAsync();
        await WriteAsync(bot, "UANA");
        await bot.NudgeAsync(TimeSpan.FromDays(7));
        await SettleAsync(bot, "later");
        await bot.NudgeAsync(TimeSpan.FromDays(7));
        Assert.Equal(2, bot.Platform.Keys("UANA").Count(key => key == "action-check"));

        Assert.Equal("action-outcome-done", await SettleAsync(bot, "done"));
        Assert.Equal("no-action", await SettleAsync(bot, "dropped"));
        await bot.NudgeAsync(TimeSpan.FromDays(30));

        Assert.Equal(2, bot.Platform.Keys("UANA").Count(key => key == "action-check"));
        Assert.Equal(ActionOutcome.Done, (await bot.QueryAsync(db => db.Reflections.SingleAsync())).Outcome);
    }

    [Fact]
    public async Task Taken_back_before_the_week_is_over_the_action_is_not_asked_about()
    {
        await using var bot = await MetAsync();
        await WriteAsync(bot, "UANA");
        await WriteAsync(bot, "UANA", action: "");
        await bot.NudgeAsync(TimeSpan.FromDays(8));
        Assert.DoesNotContain("action-check", bot.Platform.Keys("UANA"));
        Assert.Equal(NudgeState.Dropped, (await bot.QueryAsync(db => db.Nudges.SingleAsync(nudge => nudge.Kind == "action-check"))).State);
    }

    [Fact]
    public async Task Before_they_met_there_is_nothing_to_write()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.HoldRoundAsync();
        Assert.Equal("not-met-yet", Assert.IsType<Say>(await WriteAsync(bot, "UANA")).Message.Key);
    }

    [Fact]
    public async Task The_word_opens_what_one_has_still_to_look_back_at()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        Assert.Equal("nothing-to-look-back-at", Assert.IsType<Say>(await bot.SayAsync("UANA", "reflect")).Message.Key);

        await using var met = await MetAsync();
        Assert.Equal(ChatForms.Reflection, Assert.IsType<OpenForm>(await met.SayAsync("UANA", "reflect")).Form.Key);
    }

    private static async Task<Bot> MetAsync()
    {
        var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        await bot.HoldRoundAsync();
        await bot.AnswerAsync("UANA", new SayMet(await ArgumentAsync(bot)));
        await bot.SendAsync();
        return bot;
    }

    private static async Task<Reply> WriteAsync(Bot bot, string who, string action = "When it takes a day, I ask: I was afraid") => await bot.AnswerAsync(
        who, new SaveReflection(await ArgumentAsync(bot), Forms.Filled(("takeaway", Private), ("given", "afraid no more"), ("action", action))));

    private static async Task<string?> TakeawayAsync(Bot bot, string who) =>
        Assert.IsType<OpenForm>(await bot.AnswerAsync(who, new OpenReflection(await ArgumentAsync(bot)))).Form.Pieces.OfType<TextField>().First().Value;

    private static async Task<string> SettleAsync(Bot bot, string outcome) =>
        Assert.IsType<Say>(await bot.AnswerAsync("UANA", new SayActionOutcome(await ArgumentAsync(bot), outcome))).Message.Key;

    private static async Task<string> ArgumentAsync(Bot bot) => Introduction.Argument(await bot.QueryAsync(db => db.Pairings.SingleAsync()));

    /// <summary>Every row of every table, as the database writes it.</summary>
    private static async Task<string> DumpAsync(Bot bot)
    {
        await using var connection = new NpgsqlConnection(bot.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT database_to_xml(true, true, '')::text", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
