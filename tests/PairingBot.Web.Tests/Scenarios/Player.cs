using System.Net.Http.Json;
using System.Text.Json;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests.Scenarios;

/// <summary>One person with a keyboard and a mouse: types, presses what is there to press, fills in what is open.</summary>
internal sealed class Player(Stage stage, string id)
{
    private HttpClient Slack => stage.Town.Slack;

    public async Task SayAsync(string text)
    {
        stage.Note(id, text);
        await PostAsync("playground/messages", new { @as = id, channel = "D" + id[1..], text });
        await stage.SettleAsync();
    }

    /// <summary>The newest button of this name before the person's eyes.</summary>
    public async Task PressAsync(string label)
    {
        stage.Note(id, $"[{label}]");
        var (channel, message, block, button) = await FindAsync(label);
        var answer = await PostAsync("playground/actions", new
        {
            @as = id,
            channel,
            ts = message.GetProperty("ts").GetString(),
            action = new { type = "button", action_id = Text(button, "action_id"), block_id = Text(block, "block_id"), text = button.GetProperty("text"), value = button.TryGetProperty("value", out var value) ? value.GetString() : null },
            state = new { },
        });
        Assert.Null((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("trouble").GetString());
        await stage.SettleAsync();
    }

    /// <summary>Fills in the form that is open, by its labels, and sends it.</summary>
    public async Task SendFormAsync(params (string Label, string[] Values)[] answers)
    {
        var state = await stage.Town.StateAsync();
        var view = state.GetProperty("views").EnumerateArray().LastOrDefault(view => Text(view, "person") == id);
        Assert.True(view.ValueKind == JsonValueKind.Object, $"No form is open for {id}.");
        var values = ModalAnswers.Of(view, answers);
        stage.Note(id, $"sends “{view.GetProperty("title").GetProperty("text").GetString()}”: {string.Join("; ", answers.Select(answer => $"{answer.Label}: {string.Join(", ", answer.Values)}"))}");
        var answer = await PostAsync("playground/views/submit", new { @as = id, view = Text(view, "id"), state = values });
        var outcome = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(Text(outcome, "outcome") is "closed" or "updated" or "cleared", outcome.ToString());
        await stage.SettleAsync();
    }

    /// <summary>Whether there is such a button at all.</summary>
    public async Task<bool> SeesAsync(string label) => Buttons(await stage.Town.StateAsync(), label).Any();

    private async Task<(string Channel, JsonElement Message, JsonElement Block, JsonElement Button)> FindAsync(string label)
    {
        (string Channel, JsonElement Message, JsonElement Block, JsonElement Button)? found = null;
        await stage.Town.UntilAsync(async () => (found = Buttons(await stage.Town.StateAsync(), label).OrderBy(each => Text(each.Message, "ts"), StringComparer.Ordinal).Select(each => ((string, JsonElement, JsonElement, JsonElement)?)each).LastOrDefault()) is not null, $"{id} sees a button “{label}”");
        return found!.Value;
    }

    private IEnumerable<(string Channel, JsonElement Message, JsonElement Block, JsonElement Button)> Buttons(JsonElement state, string label) =>
        from place in state.GetProperty("conversations").EnumerateArray()
        where place.GetProperty("members").EnumerateArray().Any(member => member.GetString() == id)
        from message in place.GetProperty("messages").EnumerateArray()
        where !(message.TryGetProperty("ephemeral_for", out var only) && only.GetString() is { } reader && reader != id)
        where message.TryGetProperty("blocks", out var blocks) && blocks.ValueKind == JsonValueKind.Array
        from block in message.GetProperty("blocks").EnumerateArray()
        where Text(block, "type") == "actions"
        from button in block.GetProperty("elements").EnumerateArray()
        where Text(button, "type") == "button" && button.GetProperty("text").GetProperty("text").GetString() == label
        select (Text(place, "id"), message, block, button);

    private async Task<HttpResponseMessage> PostAsync(string path, object body)
    {
        var answer = await Slack.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return answer;
    }

    internal static string Text(JsonElement json, string property) => json.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
