using System.Net;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>What comes twice has its effect once.</summary>
public sealed class RepeatedRequestsTests
{
    private const string Ada = "U01ADA0000";

    [Fact]
    public async Task An_event_that_comes_eight_times_at_once_and_again_after_a_restart_has_one_effect()
    {
        await using var town = await DemoTown.OpenAsync();
        var hello = SlackSender.Event("Ev0TWICE", new { type = "message", channel_type = "im", channel = "D01ADA0000", user = Ada, text = "help", ts = "1.2", event_ts = "1.2" });
        var slack = new SlackSender(town.Bot);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => slack.SendAsync("slack/events", hello)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await town.UntilAsync(async () => await town.CountAsync("outbox WHERE lane LIKE 'people:%' AND state = 'Sent'") == 1, "the bot has written back");

        town.BotProcess.Kill();
        await town.StartBotAsync();
        await new SlackSender(town.Bot).SendAsync("slack/events", hello);
        await town.AdvanceAsync("PT0S");

        Assert.Equal(1, await town.CountAsync("inbox"));
        Assert.Equal(1, await town.CountAsync("outbox WHERE lane LIKE 'people:%'"));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_row_and_keeps_its_secrets()
    {
        await using var town = await DemoTown.OpenAsync();
        await town.ExecuteAsync("UPDATE programs SET next_round_at = now()");
        await town.AdvanceAsync("PT0S");
        var pairing = await town.QueryAsync<Guid>("SELECT id FROM pairings ORDER BY id LIMIT 1");
        var writer = await town.QueryAsync<string>($"SELECT external_id FROM pairing_members JOIN people ON people.id = person_id WHERE pairing_id = '{pairing}' LIMIT 1");
        var slack = new SlackSender(town.Bot);
        await slack.SendAsync("slack/interactions", SlackSender.Press(writer, "met", pairing.ToString("N")));
        var form = SlackSender.Submission(writer, "reflection", pairing.ToString("N"), new Dictionary<string, object>
        {
            ["takeaway"] = Typed("takeaway", "a secret about negotiating"),
            ["given"] = Typed("given", "another secret"),
            ["action"] = Typed("action", "when Monday comes I will call"),
            ["action-on"] = new Dictionary<string, object> { ["action-on"] = new { type = "datepicker", selected_date = (string?)null } },
        });

        var answers = await Task.WhenAll(slack.SendAsync("slack/interactions", form), slack.SendAsync("slack/interactions", form));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, await town.CountAsync("reflections"));
        Assert.Equal(1, await town.CountAsync("nudges WHERE kind = 'action-check'"));
        Assert.Equal(0, await town.CountAsync("reflections WHERE takeaway::text LIKE '%' || encode('secret', 'hex') || '%' OR action::text LIKE '%' || encode('Monday', 'hex') || '%'"));
        Assert.DoesNotContain("secret", town.BotProcess.Output, StringComparison.OrdinalIgnoreCase);
    }

    private static Dictionary<string, object> Typed(string key, string value) => new() { [key] = new { type = "plain_text_input", value } };
}
