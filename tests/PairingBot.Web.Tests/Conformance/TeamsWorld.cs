using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests.Conformance;

/// <summary>Teams, as its stand-in has it: people with the app, and a company that has not consented to more.</summary>
internal sealed class TeamsWorld(TeamsTown town) : IChatWorld
{
    public BotTown Town => town;

    public static async Task<IChatWorld> OpenAsync()
    {
        var town = await TeamsTown.OpenAsync();
        foreach (var (who, name) in new[] { ("ana", "Ana Lima"), ("ben", "Ben Okafor"), ("cem", "Cem Yıldız") }) await town.AddAsync(Id(who), name);
        return new TeamsWorld(town);
    }

    public Task KillAndStartAsync() => town.KillAndStartAsync();

    public async Task SayAsync(string who, string words)
    {
        await OkAsync(who, "say", new { text = words });
        await Town.SettleAsync();
    }

    public async Task PressAsync(string who, string label)
    {
        await OkAsync(who, "press", new { button = label });
        await Town.SettleAsync();
    }

    public Task OpenFormAsync(string who, string word) => OkAsync(who, "command", new { command = word });

    public async Task SendFormAsync(string who, params (string Label, string Value)[] answers)
    {
        var dialog = await DialogAsync(who) ?? throw new InvalidOperationException($"No dialog is open for {who}.");
        var inputs = new JsonObject();
        foreach (var (label, value) in answers)
        {
            var input = Nodes(dialog).OfType<JsonObject>().FirstOrDefault(node => node["label"]?.ToString() == label && node["id"] is not null);
            Assert.True(input is not null, $"The dialog has no field “{label}”.");
            inputs[input["id"]!.ToString()] = value;
        }

        await OkAsync(who, "submit", new { inputs });
    }

    public async Task<string?> FormAsync(string who) => await DialogAsync(who) is { } dialog ? Words(dialog) : null;

    public async Task<IReadOnlyList<string>> ReadAsync(string who) =>
        [.. (await town.GetAsync($"town/people/{Id(who)}/messages")).AsArray().OfType<JsonObject>().Where(message => message["from"]?.ToString() != Id(who) && message["deleted"]?.GetValue<bool>() != true).Select(message => Words(message["card"] ?? message["body"]!))];

    public async Task SayTwiceAsync(string who, string words)
    {
        await SayAsync(who, words);
        var sent = (await town.GetAsync("town/calls?kind=to-bot")).AsArray().Select(call => call!["body"]!.ToString()).Last(body => body.Contains(words, StringComparison.Ordinal));
        var again = await town.Teams.PostAsync("town/sign/", new StringContent(sent, Encoding.UTF8, "application/json"));
        Assert.True(again.IsSuccessStatusCode);
    }

    public async Task<int> ForgeAsync(string who, string words)
    {
        var activity = new { type = "message", id = "f1", channelId = "msteams", serviceUrl = "https://smba.trafficmanager.net/teams/", text = words, from = new { id = "29:x", aadObjectId = Id(who) }, conversation = new { id = "a:1", conversationType = "personal" } };
        return (int)(await Town.Bot.PostAsJsonAsync("api/messages", activity)).StatusCode;
    }

    public Task TroubleAsync(Trouble trouble, int times) => town.PostAsync("town/faults", trouble switch
    {
        Trouble.AskedToWait => new { on = "post", times, status = (int?)429, retryAfter = (string?)"1", cut = (string?)null },
        Trouble.NeverArrived => new { on = "post", times, status = (int?)null, retryAfter = (string?)null, cut = (string?)"before" },
        Trouble.LostAnswer => new { on = "post", times, status = (int?)null, retryAfter = (string?)null, cut = (string?)"after" },
        _ => new { on = "post", times, status = (int?)503, retryAfter = (string?)null, cut = (string?)null },
    });

    public async Task LoseAsync(string who)
    {
        await OkAsync(who, "uninstall", new { });
        await Town.UntilAsync(async () => await Town.CountAsync($"people WHERE external_id = '{Id(who)}' AND unreachable IS NOT NULL") == 1, $"{who} is gone");
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();

    public static string Id(string who) => $"00000000-0000-4000-8000-0000000000{Encoding.ASCII.GetBytes(who)[0]:x2}";

    private async Task OkAsync(string who, string deed, object order)
    {
        var answer = await town.PostAsync($"town/people/{Id(who)}/{deed}", order);
        Assert.True(answer["status"]?.GetValue<int>() is >= 200 and < 300, $"{who} {deed} {JsonSerializer.Serialize(order)}: {answer.ToJsonString()}");
    }

    private async Task<JsonObject?> DialogAsync(string who) => (await town.GetAsync($"town/people/{Id(who)}"))["dialog"] as JsonObject;

    /// <summary>What is to be read, but not what travels in buttons.</summary>
    private static string Words(JsonNode node) => string.Join('\n', Nodes(node).OfType<JsonObject>().SelectMany(each => new[] { each["text"], each["label"], each["value"], each["title"] }).OfType<JsonValue>().Select(value => value.ToString()));

    private static IEnumerable<JsonNode> Nodes(JsonNode? node) => node switch
    {
        JsonObject parent => parent.Where(child => child.Key is not ("data" or "fallbackText" or "summary")).SelectMany(child => Nodes(child.Value)).Prepend(parent),
        JsonArray items => items.SelectMany(Nodes),
        _ => [],
    };
}
