using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>A bot that nobody can reach: everything comes over connections that it makes itself.</summary>
public sealed class SocketModeTests
{
    private const string Ada = "U01ADA0000", AdasPlace = "D01ADA0000";

    [Fact]
    public async Task Commands_presses_forms_and_events_come_over_connections_of_the_bots_own()
    {
        await using var town = await OpenAsync();
        await town.Slack.PostAsJsonAsync("playground/sockets", new { frames = 7 });

        Assert.Equal(HttpStatusCode.NotFound, (await new SlackSender(town.Bot).SendAsync("slack/commands", SlackSender.Command(Ada, "join"))).StatusCode);
        await town.Slack.PostAsJsonAsync("playground/messages", new { @as = Ada, channel = AdasPlace, text = "/coffee why" }); // a command
        Assert.Equal(1, await MessagesToAdaAsync(town));

        await town.Slack.PostAsJsonAsync("playground/messages", new { @as = Ada, channel = AdasPlace, text = "help" }); // an event
        await town.UntilAsync(async () => await town.CountAsync("outbox WHERE lane LIKE 'people:%' AND state = 'Sent'") == 1, "the bot has written back");

        await town.Slack.PostAsJsonAsync("playground/messages", new { @as = Ada, channel = AdasPlace, text = "/coffee settings" }); // a form, refused and taken
        Assert.Contains("\"outcome\":\"errors\"", await SubmitAsync(town, new { goal = Typed("with nobody to look for") }), StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"updated\"", await SubmitAsync(town, new { seeks = new { seeks = new { type = "checkboxes", selected_options = new[] { new { value = "peer" } } } }, goal = Typed("lead over a socket") }), StringComparison.Ordinal);
        Assert.Contains("Saved.", (await town.StateAsync()).GetProperty("views").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("lead over a socket", await town.QueryAsync<string>("SELECT profile::text FROM people WHERE external_id = 'U01ADA0000'"), StringComparison.Ordinal);

        await PressAsync(town); // a press
    }

    [Fact]
    public async Task Warnings_and_cut_cables_lose_nothing_and_double_nothing()
    {
        await using var town = await OpenAsync();
        string[] disturbances = ["warning", "kill", "refresh_requested", "kill", "warning"];
        var people = (await town.QueryAsync<string>("SELECT string_agg(external_id, ',') FROM (SELECT external_id FROM people JOIN participants ON person_id = people.id ORDER BY external_id LIMIT 8) AS few")).Split(',');

        foreach (var disturbance in disturbances)
        {
            var writing = people.Select(person => town.Slack.PostAsJsonAsync("playground/messages", new { @as = person, channel = "D" + person[1..], text = "help" })).ToList();
            await town.Slack.PostAsJsonAsync("playground/sockets", new { disconnect = disturbance });
            await Task.WhenAll(writing);
            await ConnectedAsync(town);
        }

        var written = people.Length * disturbances.Length;
        await town.UntilAsync(async () => await town.CountAsync("outbox WHERE lane LIKE 'people:%' AND state = 'Sent'") >= written, "everybody was written back to");
        Assert.Equal(written, await town.CountAsync("inbox"));
        Assert.Equal(written, await town.CountAsync("outbox WHERE lane LIKE 'people:%'"));
    }

    private static async Task<DemoTown> OpenAsync()
    {
        var town = await DemoTown.OpenAsync(behindFirewall: true);
        await ConnectedAsync(town);
        return town;
    }

    private static Task ConnectedAsync(DemoTown town) =>
        town.UntilAsync(async () => (await town.Slack.GetFromJsonAsync<JsonElement>("playground/sockets")).GetProperty("open").GetInt32() == 2, "two connections are open");

    private static async Task<string> SubmitAsync(DemoTown town, object state)
    {
        var view = (await town.StateAsync()).GetProperty("views").EnumerateArray().Single().GetProperty("id").GetString();
        var sent = await town.Slack.PostAsJsonAsync("playground/views/submit", new { @as = Ada, view, state });
        return await sent.Content.ReadAsStringAsync();
    }

    private static object Typed(string words) => new { goal = new { type = "plain_text_input", value = words } };

    private static async Task<int> MessagesToAdaAsync(DemoTown town) =>
        (await town.StateAsync()).GetProperty("conversations").EnumerateArray().Single(place => place.GetProperty("id").GetString() == AdasPlace).GetProperty("messages").GetArrayLength();

    private static async Task PressAsync(DemoTown town)
    {
        await town.ExecuteAsync("UPDATE programs SET next_round_at = now()");
        await town.AdvanceAsync("PT0S");
        await town.UntilAsync(async () => await town.CountAsync("outbox WHERE state = 'Waiting'") == 0, "the round is introduced");
        var group = PostedIntroductions.Groups(await town.StateAsync()).First();
        var introduction = PostedIntroductions.Messages(group).Last(message => message.GetRawText().Contains("time-found", StringComparison.Ordinal));
        var button = introduction.GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "actions")
            .SelectMany(block => block.GetProperty("elements").EnumerateArray().Select(element => (Block: block, Element: element)))
            .First(pair => pair.Element.GetProperty("action_id").GetString() == "time-found");
        await town.Slack.PostAsJsonAsync("playground/actions", new
        {
            @as = PostedIntroductions.Members(group).First(),
            channel = group.GetProperty("id").GetString(),
            ts = introduction.GetProperty("ts").GetString(),
            action = new { type = "button", action_id = "time-found", block_id = button.Block.GetProperty("block_id").GetString(), value = button.Element.GetProperty("value").GetString() },
        });
        await town.UntilAsync(async () => await town.CountAsync("pairings WHERE state = 'TimeFound'") == 1, "the press has had its effect");
    }
}
