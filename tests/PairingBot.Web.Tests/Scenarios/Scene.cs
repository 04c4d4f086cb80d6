using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests.Scenarios;

/// <summary>Everything that a few people do and get, in order, as it stands in Slack.</summary>
internal sealed partial class Scene(string name, IReadOnlyList<string> people)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonArray entries = [];
    private readonly Dictionary<string, string> seen = [];
    private readonly Dictionary<string, string> ids = [];

    public int Day { get; set; } = 1;

    public bool Follows(string id) => people.Contains(id);

    public void Note(string id, string did) => entries.Add(new JsonObject { ["day"] = Day, ["does"] = id, ["what"] = did });

    /// <summary>Takes down what is new or has changed: the group's messages first, then each one's own.</summary>
    public void Look(JsonElement state)
    {
        foreach (var place in state.GetProperty("conversations").EnumerateArray().Where(IsOurs).OrderBy(place => -place.GetProperty("members").GetArrayLength()).ThenBy(Name, StringComparer.Ordinal))
        {
            foreach (var message in place.GetProperty("messages").EnumerateArray().Where(message => Player.Text(message, "user") is "U99PAIRING" or "USLACKBOT" or "")) Take(place, message);
        }

        foreach (var view in state.GetProperty("views").EnumerateArray().Where(view => Follows(Player.Text(view, "person")))) TakeForm(view);
    }

    /// <summary>Compares with what was reviewed; <c>UPDATE_GOLDEN=1</c> writes it anew.</summary>
    public void Compare()
    {
        var actual = entries.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(Repository.Root, "tests", "PairingBot.Web.Tests", "Scenarios", "Golden", name + ".json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"Scenarios/Golden/{name}.json is missing: run the tests once with UPDATE_GOLDEN=1 and review it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    /// <summary>All texts that these people got, one after the other.</summary>
    public IEnumerable<string> Texts => entries.Select(entry => entry!["text"]?.GetValue<string>()).OfType<string>();

    private bool IsOurs(JsonElement place) =>
        Player.Text(place, "kind") is not "channel" && place.GetProperty("members").EnumerateArray().Select(member => member.GetString()!).Where(member => member != "U99PAIRING").All(Follows);

    private static string Name(JsonElement place) => string.Join(" and ", place.GetProperty("members").EnumerateArray().Select(member => member.GetString()!).Where(member => member != "U99PAIRING").Order(StringComparer.Ordinal));

    private void Take(JsonElement place, JsonElement message)
    {
        var (key, text, blocks) = ($"{Player.Text(place, "id")} {Player.Text(message, "ts")}", Player.Text(message, "text"), message.TryGetProperty("blocks", out var some) ? some.GetRawText() : "null");
        if (seen.TryGetValue(key, out var before) && before == text + blocks) return;
        var entry = new JsonObject { ["day"] = Day, ["gets"] = Name(place), ["text"] = Steady(text), ["blocks"] = Blocks(blocks) };
        if (seen.ContainsKey(key)) entry["instead"] = true;
        if (Player.Text(message, "ephemeral_for") is { Length: > 0 } only) entry["only"] = only;
        seen[key] = text + blocks;
        entries.Add(entry);
    }

    private void TakeForm(JsonElement view)
    {
        var (key, blocks) = (Player.Text(view, "id"), view.GetProperty("blocks").GetRawText());
        if (seen.TryGetValue(key, out var before) && before == blocks) return;
        seen[key] = blocks;
        entries.Add(new JsonObject { ["day"] = Day, ["opens"] = Player.Text(view, "person"), ["form"] = view.GetProperty("title").GetProperty("text").GetString(), ["blocks"] = Blocks(blocks) });
    }

    /// <summary>Ids that are new in every run get names in the order in which they come.</summary>
    private string Steady(string text) => Ids().Replace(text, id => ids.TryGetValue(id.Value, out var known) ? known : ids[id.Value] = string.Create(CultureInfo.InvariantCulture, $"id-{ids.Count + 1}"));

    /// <summary>Without the ids that Slack gives to blocks that have none.</summary>
    private JsonNode? Blocks(string json)
    {
        var blocks = JsonNode.Parse(Steady(json));
        foreach (var block in (blocks as JsonArray ?? []).OfType<JsonObject>().Where(block => Player.Text(block.Deserialize<JsonElement>(), "type") is not ("input" or "actions"))) block.Remove("block_id");
        return blocks;
    }

    [GeneratedRegex("[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
