using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using PairingBot.Chat.Tests.Slack;
using PairingBot.Slack.Intake;

namespace PairingBot.Chat.Tests.Install;

/// <summary>
/// Slack waits three seconds, whatever the database does: people are told in plain words that it did not work, and events are taken another time. Played fifty times as fast, so that what is late
/// is late by far.
/// </summary>
public sealed class HungDatabaseTests : IAsyncLifetime
{
    private const string Plain = "Something went wrong on our side";
    private static readonly TimeSpan LateByFar = TimeSpan.FromSeconds(1.8);

    private ManyHost bot = null!;
    private DatabaseLine line = null!;
    private ManyHost hurried = null!;

    public async Task InitializeAsync()
    {
        bot = await ManyHost.StartAsync("T1");
        line = DatabaseLine.To(bot.Database.ConnectionString);
        hurried = await bot.AnotherAsync(line.ConnectionString, new HurriedTime());
        await bot.CommandAsync("T1", "join");
    }

    public async Task DisposeAsync()
    {
        await line.DisposeAsync(); // whoever waits for the database is let go
        await hurried.DisposeAsync();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task While_a_table_is_locked_everybody_is_answered_in_time()
    {
        await using var connection = new NpgsqlConnection(bot.Database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var locking = new NpgsqlCommand("LOCK TABLE installations, people, inbox IN ACCESS EXCLUSIVE MODE", connection, transaction);
        await locking.ExecuteNonQueryAsync();

        await AnswersComeInTimeAsync();
    }

    [Fact]
    public async Task While_nothing_comes_from_the_database_everybody_is_answered_in_time()
    {
        line.Freeze();

        await AnswersComeInTimeAsync();
    }

    [Fact]
    public async Task While_there_is_no_database_everybody_is_answered_in_time()
    {
        await line.BreakAsync();

        await AnswersComeInTimeAsync();
    }

    [Fact]
    public void Slack_waits_for_three_seconds() => Assert.True(Promptness.Patience < TimeSpan.FromSeconds(3) && Asking.Patience < Promptness.Patience);

    private async Task AnswersComeInTimeAsync()
    {
        await IsToldAsync("a command", bot => bot.CommandAsync("T1", "goal something"), answer => answer.Body.Contains(Plain, StringComparison.Ordinal));
        await IsToldAsync("a command for a form", bot => bot.CommandAsync("T1", "settings"), answer => answer.Body.Contains(Plain, StringComparison.Ordinal));
        await IsToldAsync("a form", bot => InteractAsync(bot, new { type = "view_submission", team = new { id = "T1" }, user = new { id = "UANA" }, view = new { type = "modal", callback_id = "settings", state = new { values = new { goal = new { goal = new { type = "plain_text_input", value = "x" } } } } } }), answer => answer.Body.Contains("\"errors\"", StringComparison.Ordinal) && answer.Body.Contains(Plain, StringComparison.Ordinal));
        await IsToldAsync("a press in a message", bot => InteractAsync(bot, Press("message", $"{bot.Slack.Address}/hooks/late")), _ => bot.Slack.Calls.Any(call => call.Name == "late" && call.Body.Contains(Plain, StringComparison.Ordinal)));
        await IsToldAsync("a press at home", bot => InteractAsync(bot, Press("view", null)), _ => true);
        await IsToldAsync("an event", bot => bot.SendAsync("/slack/events", """{"type":"event_callback","team_id":"T1","event_id":"EvLate","event":{"type":"app_home_opened","user":"UANA","tab":"home"}}""", "application/json"), _ => true, status: 500);
    }

    private async Task IsToldAsync(string what, Func<ManyHost, Task<Received>> send, Func<Received, bool> isPlain, int status = 200)
    {
        var since = Stopwatch.GetTimestamp();

        var answer = await send(hurried);

        var took = Stopwatch.GetElapsedTime(since);
        Assert.True(took < LateByFar, $"{what} took {took}");
        Assert.True(answer.Status == status && isPlain(answer), $"{what}: {answer}");
    }

    private static object Press(string container, string? address) => new
    {
        type = "block_actions",
        team = new { id = "T1" },
        user = new { id = "UANA" },
        trigger_id = "1.2.ab",
        container = new { type = container },
        response_url = address,
        actions = new[] { new { type = "button", action_id = "skip", block_id = "b", value = "" } },
    };

    private static Task<Received> InteractAsync(ManyHost bot, object payload) => bot.SendAsync("/slack/interactions", "payload=" + Uri.EscapeDataString(JsonSerializer.Serialize(payload)));
}
