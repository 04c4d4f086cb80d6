using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Installations;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests.Install;

/// <summary>Workspaces that take the bot out, whose token dies, and that come back.</summary>
public sealed class RemovalTests : IAsyncLifetime
{
    private const string Uninstalled = """{"type":"app_uninstalled"}""", Revoked = """{"type":"tokens_revoked","tokens":{"oauth":["UANA"],"bot":["UBOT"]}}""";

    private ManyHost bot = null!;

    public async Task InitializeAsync()
    {
        bot = await ManyHost.StartAsync("T1", "T2");
        foreach (var team in new[] { "T1", "T2" })
            foreach (var who in new[] { "UANA", "UBEN" }) await bot.CommandAsync(team, "join", who);
        await bot.SendMailAsync();
        bot.Slack.Calls.Clear();
    }

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData(Uninstalled, Revoked)]
    [InlineData(Revoked, Uninstalled)]
    [InlineData(Uninstalled, Uninstalled)]
    [InlineData(Revoked, Revoked)]
    public async Task In_whatever_order_the_token_goes_and_everything_stands_still(string first, string second)
    {
        Assert.Equal(200, (await bot.EventAsync("T1", "Ev1", first)).Status);
        Assert.Equal(200, (await bot.EventAsync("T1", "Ev2", second)).Status);
        await RoundsAsync();

        Assert.False((await bot.InstallationAsync("T1")).IsActive);
        Assert.Equal([(await bot.InstallationAsync("T2")).Id], await bot.QueryAsync(db => db.Credentials.Select(row => row.InstallationId).ToListAsync()));
        Assert.NotEmpty(bot.Slack.Calls);
        Assert.All(bot.Slack.Calls, call => Assert.Equal("T2", bot.Towns.TeamOf(call)));
    }

    [Fact]
    public async Task What_comes_later_is_answered_and_changes_nothing()
    {
        await bot.EventAsync("T1", "Ev1", Uninstalled);
        var before = await bot.QueryAsync(db => db.People.OrderBy(person => person.Id).Select(person => person.Name).ToListAsync());

        var changed = await bot.EventAsync("T1", "Ev2", """{"type":"user_change","user":{"id":"UBEN","team_id":"T1","real_name":"Another Ben"}}""");
        var written = await bot.EventAsync("T1", "Ev3", """{"type":"message","channel_type":"im","user":"UNEW","text":"join"}""");
        var typed = await bot.CommandAsync("T1", "home");

        Assert.Equal((200, 200, 200), (changed.Status, written.Status, typed.Status));
        Assert.Contains("I am not installed in this workspace", typed.Body, StringComparison.Ordinal);
        Assert.Equal(before, await bot.QueryAsync(db => db.People.OrderBy(person => person.Id).Select(person => person.Name).ToListAsync()));
    }

    [Fact]
    public async Task Added_again_it_goes_on_where_it_was_with_its_new_token()
    {
        await bot.EventAsync("T1", "Ev1", Uninstalled);
        bot.Towns.Kill("T1");

        Assert.Equal(200, (await bot.InstallAsync("code-T1-2")).Status);
        await bot.RunAsync<ReadDirectory>();
        await RoundsAsync();

        var installation = await bot.InstallationAsync("T1");
        Assert.True(installation is { IsActive: true, PeopleReadAt: not null });
        Assert.Contains("You are already in", (await bot.CommandAsync("T1", "join")).Body, StringComparison.Ordinal);
        Assert.Contains(bot.Slack.Calls, call => call.Name == "chat.postMessage" && bot.Towns.TeamOf(call) == "T1");
    }

    [Fact]
    public async Task A_late_event_of_the_first_install_does_not_undo_the_second()
    {
        var then = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 5;
        await bot.InstallAsync("code-T1-2");

        await bot.EventAsync("T1", "Ev1", Uninstalled, then);
        await bot.EventAsync("T1", "Ev2", Revoked, then);

        Assert.True((await bot.InstallationAsync("T1")).IsActive);
        Assert.Equal(2, await bot.QueryAsync(db => db.Credentials.CountAsync()));
    }

    [Fact]
    public async Task A_dead_token_stops_its_workspace_once_and_loudly_and_no_other()
    {
        bot.Towns.Kill("T1");

        await RoundsAsync();
        bot.Slack.Calls.Clear();
        await RoundsAsync();

        Assert.False((await bot.InstallationAsync("T1")).IsActive);
        Assert.Single(bot.Log, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("until the bot is added there again", StringComparison.Ordinal));
        Assert.All(bot.Slack.Calls, call => Assert.Equal("T2", bot.Towns.TeamOf(call)));
        Assert.Contains(await bot.QueryAsync(db => db.Outbox.ToListAsync()), row => row.State == OutboxState.Waiting); // kept for the return
    }

    [Fact]
    public async Task A_missing_permission_is_told_once_to_whoever_added_the_bot()
    {
        bot.Towns.Refusals["conversations.open"] = "missing_scope";
        bot.Clock.Advance(TimeSpan.FromDays(7));
        await bot.RunAsync<OpenDueRounds>();
        await bot.RunAsync<IntroduceRounds>();
        await bot.SendMailAsync();
        await bot.QueryAsync(db => db.Outbox.ExecuteUpdateAsync(row => row.SetProperty(each => each.NextAttemptAt, TimeProvider.System.GetUtcNow().AddMinutes(-1))));
        await bot.SendMailAsync();
        bot.Towns.Refusals.Clear();
        await bot.QueryAsync(db => db.Outbox.ExecuteUpdateAsync(row => row.SetProperty(each => each.NextAttemptAt, TimeProvider.System.GetUtcNow().AddMinutes(-1))));
        await bot.SendMailAsync();

        Assert.True((await bot.InstallationAsync("T1")).IsActive);
        var told = bot.Slack.Calls.Where(call => call.Name == "chat.postMessage" && call.Body.Contains("I lack a permission", StringComparison.Ordinal)).ToList();
        Assert.Equal(["T1", "T2"], told.Select(call => bot.Towns.TeamOf(call)).Order());
        Assert.All(told, call => Assert.Equal("DUANA", call.Json.GetProperty("channel").GetString()));
        Assert.DoesNotContain(await bot.QueryAsync(db => db.Outbox.ToListAsync()), row => row.State == OutboxState.Waiting); // the messages went out by themselves
    }

    [Fact]
    public async Task A_workspace_whose_directory_refuses_us_holds_up_no_other()
    {
        bot.Towns.Kill("T1");
        await bot.QueryAsync(db => db.Installations.ExecuteUpdateAsync(row => row.SetProperty(each => each.PeopleReadAt, (DateTimeOffset?)null)));

        Assert.Equal(4, await bot.RunAsync<ReadDirectory>());

        Assert.False((await bot.InstallationAsync("T1")).IsActive);
        Assert.NotNull((await bot.InstallationAsync("T2")).PeopleReadAt);
    }

    /// <summary>The next round, in every workspace where there is one.</summary>
    private async Task RoundsAsync()
    {
        bot.Clock.Advance(TimeSpan.FromDays(7));
        await bot.RunAsync<ReadDirectory>();
        await bot.RunAsync<OpenDueRounds>();
        await bot.RunAsync<IntroduceRounds>();
        await bot.RunAsync<App.Nudges.SendDueNudges>();
        await bot.SendMailAsync();
    }
}
