using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Chat.Tests.Manifest;

namespace PairingBot.Chat.Tests.Cards;

/// <summary>What Teams takes: a card by the published schema of Adaptive Cards 1.5, but for what Teams adds to it, an activity by the Connector's, and what neither schema says.</summary>
internal static class CardRules
{
    private static readonly SchemaCheck Card = Read("adaptive-card.1.5.0.json"), Activity = Read("connector.activity.json");

    private static readonly JsonSerializerOptions AsRead = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<string> Faults(JsonObject card)
    {
        var plain = card.DeepClone().AsObject();
        plain.Remove("msteams"); // of Teams, documented: width and mentions
        var all = Inside(plain).ToList();
        foreach (var input in all) input.Remove("choices.data"); // of Teams, documented: the picker of people
        return [.. Card.Faults(JsonSerializer.SerializeToElement(plain)), .. Ids(all), .. Mentions(card), .. Empty(all)];
    }

    public static IReadOnlyList<string> FaultsOfActivity(JsonObject activity) => Activity.Faults(JsonSerializer.SerializeToElement(activity));

    /// <summary>Every object in it.</summary>
    public static IEnumerable<JsonObject> Inside(JsonNode? node) => node switch
    {
        JsonObject thing => [thing, .. thing.SelectMany(member => Inside(member.Value))],
        JsonArray list => list.SelectMany(Inside),
        _ => [],
    };

    /// <summary>As it would be read, not as JSON escapes it.</summary>
    public static string Readable(JsonNode node) => node.ToJsonString(AsRead);

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static IEnumerable<string> Ids(IReadOnlyList<JsonObject> all)
    {
        var ids = all.Where(thing => thing.ContainsKey("type") && thing.ContainsKey("id")).Select(thing => Text(thing["id"])).ToList();
        var targets = all.Where(thing => Text(thing["type"]) == "Action.ToggleVisibility").SelectMany(thing => thing["targetElements"]!.AsArray()).Select(target => (string)target!);
        return [.. ids.GroupBy(id => id).Where(like => like.Count() > 1).Select(like => $"two have the id {like.Key}"), .. targets.Except(ids).Select(id => $"nothing has the id {id}")];
    }

    /// <summary>Each tag in a text has its entity and each entity its tag, or Teams refuses the card.</summary>
    private static IEnumerable<string> Mentions(JsonObject card)
    {
        var entities = (card["msteams"]?["entities"]?.AsArray() ?? []).Select(entity => (string)entity!["text"]!).ToList();
        var texts = string.Concat(Inside(card["body"]).Where(thing => Text(thing["type"]) == "TextBlock").Select(thing => Text(thing["text"])));
        foreach (var entity in entities)
        {
            if (!texts.Contains(entity, StringComparison.Ordinal)) yield return $"nothing in the card is {entity}";
            texts = texts.Replace(entity, "", StringComparison.Ordinal);
        }

        if (texts.Contains("<at>", StringComparison.Ordinal)) yield return "a tag means nobody";
        if (entities.Distinct().Count() < entities.Count) yield return "two people have the same tag";
    }

    private static IEnumerable<string> Empty(IReadOnlyList<JsonObject> all) =>
        all.Where(thing => Text(thing["type"]) is "TextBlock" && string.IsNullOrWhiteSpace(Text(thing["text"]))).Select(_ => "a text says nothing");

    private static SchemaCheck Read(string file) => new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "PairingBot.Chat.Tests", "Cards", file))).RootElement);
}
