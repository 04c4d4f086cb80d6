using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using PairingBot.Chat.Tests.Slack;
using PairingBot.Slack;
using PairingBot.Slack.Install;
using PairingBot.Testing;

namespace PairingBot.Chat.Tests.Install;

/// <summary>Somebody adds the bot to a workspace: the way to Slack, the way back, and each way in which it can go wrong.</summary>
public sealed class InstallTests : IAsyncLifetime
{
    private ManyHost bot = null!;

    public async Task InitializeAsync() => bot = await ManyHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task The_way_to_Slack_asks_for_what_is_used_and_is_bound_to_the_browser()
    {
        using var response = await bot.GetRawAsync("/slack/install");

        var asked = QueryHelpers.ParseQuery(response.Headers.Location!.Query);
        Assert.Equal("https://slack.com/oauth/v2/authorize", response.Headers.Location.GetLeftPart(UriPartial.Path));
        Assert.Equal((SlackTowns.ClientId, string.Join(',', SlackScopes.Asked), ManyHost.RedirectAddress), (asked["client_id"].ToString(), asked["scope"].ToString(), asked["redirect_uri"].ToString()));
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-pairingbot-install=", cookie, StringComparison.Ordinal);
        Assert.All(["secure", "httponly", "samesite=lax", "path=/", "max-age=600"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(asked["state"].ToString(), cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_allows_it_gets_a_page_and_the_workspace_is_served_from_then_on()
    {
        var page = await bot.InstallAsync("code-T1-1");

        Assert.Equal((200, "text/html"), (page.Status, page.ContentType));
        Assert.Contains("/coffee join", page.Body, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;Town T1&lt;/b&gt;", page.Body, StringComparison.Ordinal);
        Assert.Contains("https://slack.com/app_redirect?app=A1&amp;team=T1", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Body, StringComparison.OrdinalIgnoreCase);
        var installation = await bot.InstallationAsync("T1");
        Assert.Equal(("UANA", "UBOT", true), (installation.InstallerExternalId, installation.BotExternalId, installation.Grants("im:write")));
        Assert.False(installation.Grants("channels:join"));
        Assert.Contains("You are in", (await bot.CommandAsync("T1", "join")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_is_exchanged_once_and_with_the_address_that_Slack_was_told()
    {
        await bot.InstallAsync("code-T1-1");

        var exchange = Assert.Single(bot.Slack.Calls, call => call.Name == "oauth.v2.access");
        Assert.Equal($"code=code-T1-1&redirect_uri={Uri.EscapeDataString(ManyHost.RedirectAddress)}", exchange.Body);
        Assert.StartsWith("Basic ", exchange.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_is_missing_forged_of_another_browser_or_used_before_installs_nothing()
    {
        var (state, cookie) = await bot.BeginAsync();
        var (other, otherCookie) = await bot.BeginAsync();
        var forged = state[..^2] + (state.EndsWith("AA", StringComparison.Ordinal) ? "BA" : "AA");
        (string Query, string? Cookie)[] attempts =
        [
            ("", cookie), ($"&state={forged}", cookie), ("&state=nonsense", cookie), ($"&state={state}", null), ($"&state={state}", otherCookie), ($"&state={other}", cookie),
            ($"&state={state}", "__Host-pairingbot-install="), ($"&state={new string('A', 5000)}", cookie),
        ];

        foreach (var (query, kept) in attempts)
        {
            var page = await bot.GetAsync("/slack/oauth/callback?code=code-T1-1" + query, kept);
            Assert.Equal(400, page.Status);
            Assert.Contains("href=\"/slack/install\"", page.Body, StringComparison.Ordinal);
        }

        Assert.Empty(bot.Slack.Calls);
        Assert.Equal(0, await bot.QueryAsync(db => db.Installations.CountAsync()));
    }

    [Fact]
    public async Task The_way_back_takes_the_cookie_away_so_that_the_same_browser_can_not_come_twice()
    {
        using var back = await bot.GetRawAsync("/slack/oauth/callback?code=code-T1-1");

        var cookie = back.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-pairingbot-install=;", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=0", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_state_ends_after_ten_minutes()
    {
        var options = Options.Create(new SlackOptions { ClientId = "1", ClientSecret = "2", PublicUrl = ManyHost.PublicUrl });
        var clock = new TestClock();
        var there = new DefaultHttpContext();
        var state = new InstallState(options, clock).Begin(there.Response);
        var cookie = there.Response.Headers.SetCookie.ToString().Split(';')[0];

        Assert.Equal(StateVerdict.Holds, Back(TimeSpan.FromMinutes(10)));
        Assert.Equal(StateVerdict.TooLate, Back(TimeSpan.FromSeconds(1)));

        StateVerdict Back(TimeSpan later)
        {
            clock.Advance(later);
            var back = new DefaultHttpContext();
            back.Request.QueryString = new QueryString("?state=" + state);
            back.Request.Headers.Cookie = cookie;
            return new InstallState(options, clock).Finish(back);
        }
    }

    [Fact]
    public async Task Whoever_says_no_reads_that_nothing_happened()
    {
        var (state, cookie) = await bot.BeginAsync();

        var page = await bot.GetAsync($"/slack/oauth/callback?error=access_denied&state={state}", cookie);

        Assert.Equal(200, page.Status);
        Assert.Contains("Nothing was installed", page.Body, StringComparison.Ordinal);
        Assert.Empty(bot.Slack.Calls);
    }

    [Fact]
    public async Task A_code_that_comes_twice_is_refused_and_changes_nothing()
    {
        await bot.InstallAsync("code-T1-1");

        var again = await bot.InstallAsync("code-T1-1");

        Assert.Equal(400, again.Status);
        Assert.Contains("Please begin again", again.Body, StringComparison.Ordinal);
        Assert.Equal(1, await bot.QueryAsync(db => db.Credentials.CountAsync()));
    }

    [Theory]
    [InlineData("invalid_code", 400, "Please begin again")]
    [InlineData("bad_redirect_uri", 400, "redirect addresses")]
    [InlineData("bad_client_secret", 400, "Basic Information")]
    [InlineData("cannot_install_an_org_installed_app", 400, "whole organization")]
    [InlineData("<script>", 400, "&lt;script&gt;")]
    [InlineData("internal_error", 502, "in a minute")]
    public async Task What_Slack_refuses_is_said_plainly(string error, int status, string words)
    {
        bot.Towns.Refusals["oauth.v2.access"] = error;

        var page = await bot.InstallAsync("code-T1-1");

        Assert.Equal(status, page.Status);
        Assert.Contains(words, page.Body, StringComparison.Ordinal);
        Assert.Equal(0, await bot.QueryAsync(db => db.Installations.CountAsync()));
    }

    [Theory]
    [InlineData("invalid_scope", "permissions")]
    [InlineData("invalid_team_for_non_distributed_app", "Manage Distribution")]
    [InlineData("<script>alert(1)</script>", "admin")]
    public async Task Slacks_other_refusals_on_the_way_back_have_a_page_too(string error, string words)
    {
        var page = await bot.GetAsync("/slack/oauth/callback?error=" + Uri.EscapeDataString(error));

        Assert.Equal(400, page.Status);
        Assert.Contains(words, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_allowed_is_named()
    {
        bot.Towns.Scope = "commands,chat:write";

        var page = await bot.InstallAsync("code-T1-1");

        Assert.Contains("im:history, im:write, mpim:write, users:read", page.Body, StringComparison.Ordinal);
        Assert.False((await bot.InstallationAsync("T1")).Grants("im:write"));
    }

    [Fact]
    public async Task What_is_allowed_later_is_noticed()
    {
        bot.Towns.Scope = "commands,chat:write";
        await bot.InstallAsync("code-T1-1");
        bot.Towns.Scope = "commands,chat:write,im:write";

        await bot.RunAsync<App.Installations.ReadDirectory>();

        Assert.Equal((true, false), ((await bot.InstallationAsync("T1")).Grants("im:write"), (await bot.InstallationAsync("T1")).Grants("mpim:write")));
    }

    [Fact]
    public async Task A_workspace_that_has_not_added_the_bot_is_told_how_and_not_taken_in()
    {
        await bot.InstallAsync("code-T1-1");

        var answer = await bot.CommandAsync("T9", "join");
        var written = await bot.EventAsync("T9", "Ev1", """{"type":"message","channel_type":"im","user":"UANA","text":"join"}""");

        Assert.Contains("https://pairingbot.example.com/slack/install", answer.Body, StringComparison.Ordinal);
        Assert.Equal(200, written.Status);
        Assert.Equal((1, 0), (await bot.QueryAsync(db => db.Installations.CountAsync()), await bot.QueryAsync(db => db.Outbox.CountAsync())));
    }

    [Fact]
    public async Task No_secret_stands_in_the_database_or_in_the_log()
    {
        bot.Towns.ExpiresIn = 60;
        await bot.InstallAsync("code-T1-1");
        await bot.RunAsync<App.Installations.ReadDirectory>();
        await bot.CommandAsync("T1", "join");
        await bot.InstallAsync("code-T1-1");
        bot.Towns.Kill("T1");
        await bot.SendMailAsync();

        var stored = await EverythingAsync(bot.Database.ConnectionString);
        var logged = string.Join('\n', bot.Log);
        Assert.Contains("UANA of T1", stored, StringComparison.Ordinal); // the dump does hold what is stored in clear
        Assert.Contains("credentials", logged, StringComparison.Ordinal);
        Assert.All(bot.Towns.Secrets.Append("code-T1-1").Append(BotHost.Secret), secret =>
        {
            Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(secret)), stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, logged, StringComparison.OrdinalIgnoreCase);
        });
    }

    /// <summary>Every row of every table as text.</summary>
    private static async Task<string> EverythingAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        List<string> tables = [];
        await using (var ask = new NpgsqlCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'", connection))
        await using (var rows = await ask.ExecuteReaderAsync())
            while (await rows.ReadAsync()) tables.Add(rows.GetString(0));
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            await using var dump = new NpgsqlCommand($"SELECT coalesce(string_agg(each::text, E'\\n'), '') FROM \"{table}\" AS each", connection);
            text.Append(await dump.ExecuteScalarAsync());
        }

        return text.ToString();
    }
}
