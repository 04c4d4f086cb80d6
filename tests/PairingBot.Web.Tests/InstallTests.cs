using System.Net;
using System.Text.RegularExpressions;
using Npgsql;
using PairingBot.Testing;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>A bot that is given no token: somebody adds it at the stand-in for Slack, with a browser; its token has to be renewed all the time; and it is taken out and added again.</summary>
public sealed class InstallTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Somebody_adds_the_bot_uses_it_takes_it_out_and_adds_it_again()
    {
        await using var database = await TestDatabase.CreateAsync(DemoTown.MigrateAsync);
        var (slack, address) = (DemoTown.LoopbackAddress(), DemoTown.LoopbackAddress());
        await using var playground = HostProcess.Start("PairingBot.Playground", slack, new Dictionary<string, string>
        {
            ["Playground:BotUrl"] = address.ToString(),
            ["Playground:SigningSecret"] = DemoTown.SigningSecret,
            ["Playground:TokenSeconds"] = "3",
        });
        await playground.UntilAsync("healthz", Patience);
        await using var bot = HostProcess.Start("PairingBot.Web", address, Settings(database.ConnectionString, slack, address));
        await bot.UntilAsync("readyz", Patience);
        using var botHttp = new HttpClient { BaseAddress = address };
        using var slackHttp = new HttpClient { BaseAddress = slack };
        var sender = new SlackSender(botHttp);

        Assert.Contains("I am not installed in this workspace", await SayAsync(sender, "join"), StringComparison.Ordinal);
        Assert.Contains("Nothing was installed", await AnswerAsync(address, "cancel"), StringComparison.Ordinal);
        Assert.Contains("PairingBot is installed", await AnswerAsync(address, "allow"), StringComparison.Ordinal);
        await UntilAsync(database, "SELECT count(*) FROM installations WHERE people_read_at IS NOT NULL", 1, bot);
        Assert.Contains("You are in", await SayAsync(sender, "join"), StringComparison.Ordinal);
        await UntilAsync(database, "SELECT count(*) FROM outbox WHERE state = 'Sent'", 1, bot);

        await slackHttp.PostAsync("playground/uninstall", null);
        await UntilAsync(database, "SELECT count(*) FROM installations WHERE removed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM credentials)", 1, bot);
        Assert.Contains("I am not installed in this workspace", await SayAsync(sender, "why"), StringComparison.Ordinal);
        Assert.Contains("PairingBot is installed", await AnswerAsync(address, "allow"), StringComparison.Ordinal);
        Assert.Contains("You are already in", await SayAsync(sender, "join"), StringComparison.Ordinal);
        Assert.DoesNotContain("xoxe", bot.Output, StringComparison.Ordinal);
    }

    private static async Task<string> SayAsync(SlackSender sender, string words)
    {
        using var answer = await sender.SendAsync("slack/commands", SlackSender.Command("U01ADA0000", words));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>A browser: keeps cookies, follows redirects, presses a button of the form it finds.</summary>
    private static async Task<string> AnswerAsync(Uri bot, string answer)
    {
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = bot };
        using var asked = await browser.GetAsync("slack/install");
        var page = await asked.Content.ReadAsStringAsync();
        var form = WebUtility.HtmlDecode(Regex.Match(page, "action=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["address"].Value);
        using var choice = new FormUrlEncodedContent([new("answer", answer)]);
        using var back = await browser.PostAsync(new Uri(asked.RequestMessage!.RequestUri!, form), choice);
        return await back.Content.ReadAsStringAsync();
    }

    private static async Task UntilAsync(TestDatabase database, string sql, long atLeast, HostProcess bot)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        for (var left = 300; left > 0; left--, await Task.Delay(100))
        {
            await using var command = new NpgsqlCommand(sql, connection);
            if ((long)(await command.ExecuteScalarAsync())! >= atLeast) return;
        }

        Assert.Fail($"It never came to this: {sql}\n{bot.Output}");
    }

    private static Dictionary<string, string> Settings(string connectionString, Uri slack, Uri bot) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ConnectionStrings:PairingBot"] = connectionString,
        ["Slack:SigningSecret"] = DemoTown.SigningSecret,
        ["Slack:ClientId"] = "playground-client",
        ["Slack:ClientSecret"] = "playground-client-secret",
        ["Slack:ApiBaseUrl"] = slack + "api/",
        ["Slack:AuthorizeUrl"] = slack + "oauth/v2/authorize",
        ["PairingBot:PublicUrl"] = bot.ToString(),
    };
}
