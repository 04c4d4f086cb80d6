using System.Net.Http.Json;
using System.Text.Json;
using PairingBot.Web.Tests.Scenarios;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests.Conformance;

/// <summary>Slack, as its stand-in has it. A form that is refused stays open on the client's side, with what was typed.</summary>
internal sealed class SlackWorld : IChatWorld
{
    private readonly Stage stage;
    private readonly Dictionary<string, string> typed = [];

    public SlackWorld(Stage stage) => this.stage = stage;

    public BotTown Town => stage.Town;

    public static async Task<IChatWorld> OpenAsync() => new SlackWorld(await Stage.OpenAsync(
        new Role(Id("ana"), "Ana Lima", "Design Lead", IsAdmin: true), new Role(Id("ben"), "Ben Okafor", "Support Agent"), new Role(Id("cem"), "Cem Yıldız", "Engineer")));

    public async Task KillAndStartAsync()
    {
        Town.BotProcess.Kill();
        await Town.BotProcess.WaitForExitAsync(TimeSpan.FromSeconds(10));
        await stage.Town.StartBotAsync(seeded: false);
    }

    public Task SayAsync(string who, string words) => stage.Player(Id(who)).SayAsync(words);

    public Task PressAsync(string who, string label) => stage.Player(Id(who)).PressAsync(label);

    public async Task OpenFormAsync(string who, string word)
    {
        var answer = await stage.Town.Slack.PostAsJsonAsync("playground/messages", new { @as = Id(who), channel = "D" + Id(who)[1..], text = "/coffee " + word });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task SendFormAsync(string who, params (string Label, string Value)[] answers)
    {
        var view = await ViewAsync(who) ?? throw new InvalidOperationException($"No form is open for {who}.");
        var state = ModalAnswers.Of(view, [.. answers.Select(answer => (answer.Label, new[] { answer.Value }))]);
        var sent = await stage.Town.Slack.PostAsJsonAsync("playground/views/submit", new { @as = Id(who), view = Player.Text(view, "id"), state });
        typed[who] = string.Join('\n', answers.Select(answer => answer.Value)) + "\n" + await sent.Content.ReadAsStringAsync();
    }

    public async Task<string?> FormAsync(string who) => await ViewAsync(who) is { } view ? string.Join('\n', Texts(view)) + "\n" + typed.GetValueOrDefault(who) : null;

    public async Task<IReadOnlyList<string>> ReadAsync(string who) =>
    [
        .. (from place in (await stage.Town.StateAsync()).GetProperty("conversations").EnumerateArray()
            where place.GetProperty("members").EnumerateArray().Any(member => member.GetString() == Id(who))
            from message in place.GetProperty("messages").EnumerateArray()
            where Player.Text(message, "user") != Id(who) && (Player.Text(message, "ephemeral_for") is var only && (only.Length == 0 || only == Id(who)))
            orderby Player.Text(message, "ts")
            select Player.Text(message, "text")),
    ];

    public async Task SayTwiceAsync(string who, string words)
    {
        var sender = new SlackSender(Town.Bot);
        var body = SlackSender.Event("Ev" + Guid.NewGuid().ToString("N"), Written(who, words));
        for (var times = 0; times < 2; times++) Assert.True((await sender.SendAsync("slack/events", body)).IsSuccessStatusCode);
    }

    public async Task<int> ForgeAsync(string who, string words) => (int)(await new SlackSender(Town.Bot, "another secret").SendAsync("slack/events", SlackSender.Event("EvForged", Written(who, words)))).StatusCode;

    public Task TroubleAsync(Trouble trouble, int times) => stage.Town.FaultAsync("chat.postMessage", trouble switch
    {
        Trouble.AskedToWait => "ratelimited",
        Trouble.NeverArrived => "reset",
        Trouble.LostAnswer => "lost-answer",
        _ => "500",
    }, times);

    public async Task LoseAsync(string who)
    {
        var answer = await stage.Town.Slack.PostAsJsonAsync("playground/people", new { id = Id(who), deleted = true });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        await Town.UntilAsync(async () => await Town.CountAsync($"people WHERE external_id = '{Id(who)}' AND standing = 'Deactivated'") == 1, $"{who} is gone");
    }

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    private static object Written(string who, string words) => new { type = "message", channel = "D" + Id(who)[1..], channel_type = "im", user = Id(who), text = words, ts = "1795000000.000100", team = SlackSender.Team };

    public static string Id(string who) => "U01" + who.ToUpperInvariant();

    private async Task<JsonElement?> ViewAsync(string who)
    {
        JsonElement? open = null;
        foreach (var view in (await stage.Town.StateAsync()).GetProperty("views").EnumerateArray())
            if (Player.Text(view, "person") == Id(who)) open = view;
        return open;
    }

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => property.Value.ValueKind == JsonValueKind.String ? [property.Value.GetString()!] : Texts(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
