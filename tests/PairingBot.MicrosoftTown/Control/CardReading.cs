using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Control;

/// <summary>Finds buttons and inputs in a card.</summary>
internal static class CardReading
{
    private const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static IEnumerable<JsonObject> CardsOf(JsonObject activity) =>
        from attachment in (activity["attachments"] as JsonArray ?? []).OfType<JsonObject>()
        where attachment["contentType"]?.GetValue<string>() == ContentType && attachment["content"] is JsonObject
        select (JsonObject)attachment["content"]!;

    /// <summary>The button by its title, its id, its verb, or any text in its data.</summary>
    public static JsonObject? Button(JsonObject card, string wanted) => Actions(card).FirstOrDefault(action =>
        new[] { "title", "id", "verb" }.Any(name => action[name]?.ToString() == wanted) || Within(action["data"]).Any(node => node is JsonValue && node.ToString() == wanted));

    public static IEnumerable<JsonObject> Actions(JsonObject card) => Within(card).OfType<JsonObject>().Where(node => Kind(node).StartsWith("Action.", StringComparison.Ordinal));

    /// <summary>What is in the inputs: as the card has it, and over it what the person filled in.</summary>
    public static JsonObject Inputs(JsonObject card, JsonObject? filled)
    {
        var values = new JsonObject();
        foreach (var input in Fields(card))
        {
            if (input["value"]?.ToString() is { } value) values[input["id"]!.ToString()] = value;
            else if (Kind(input) == "Input.Toggle") values[input["id"]!.ToString()] = input["valueOff"]?.ToString() ?? "false";
        }

        foreach (var (key, value) in filled ?? []) values[key] = value?.DeepClone();
        return values;
    }

    /// <summary>Required inputs that are empty: with one of these the client lets nobody go on.</summary>
    public static IEnumerable<string> Missing(JsonObject card, JsonObject values) =>
        from input in Fields(card)
        where input["isRequired"]?.ToString() == "true" && string.IsNullOrEmpty(values[input["id"]!.ToString()]?.ToString())
        select input["id"]!.ToString();

    private static IEnumerable<JsonObject> Fields(JsonObject card) => Within(card).OfType<JsonObject>().Where(node => Kind(node).StartsWith("Input.", StringComparison.Ordinal) && node["id"] is not null);

    private static string Kind(JsonObject node) => node["type"] is JsonValue value && value.TryGetValue<string>(out var kind) ? kind : "";

    /// <summary>Everything in it, but what travels in a button's data: a form may travel there that is on nobody's screen.</summary>
    private static IEnumerable<JsonNode> Within(JsonNode? node) => node switch
    {
        JsonObject parent => parent.Where(child => child.Key != "data" || !Kind(parent).StartsWith("Action.", StringComparison.Ordinal)).SelectMany(child => Within(child.Value)).Prepend(parent),
        JsonArray items => items.SelectMany(Within),
        null => [],
        _ => [node],
    };
}
