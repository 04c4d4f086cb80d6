using System.Text.Json;

namespace PairingBot.Teams.Activities;

/// <summary>Reads JSON of others: what is missing or of another kind than one expects is not there, and nothing throws.</summary>
internal static class Lenient
{
    public static JsonElement Part(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : default;

    /// <summary>Null for an empty text, too.</summary>
    public static string? Text(this JsonElement parent, string name) => Text(Part(parent, name));

    public static IEnumerable<string> Texts(this JsonElement parent, string name) => parent.Items(name).Select(Text).OfType<string>();

    public static IEnumerable<JsonElement> Items(this JsonElement parent, string name) => Part(parent, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static bool IsTrue(this JsonElement parent, string name) => Part(parent, name).ValueKind == JsonValueKind.True;

    /// <summary>Null for what is no object, or holds half a character anywhere: JSON can carry that, text cannot.</summary>
    public static JsonElement? Object(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && IsText(document.RootElement) ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsText(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString() is not null,
                JsonValueKind.Array => element.EnumerateArray().All(IsText),
                JsonValueKind.Object => element.EnumerateObject().All(field => field.Name is not null && IsText(field.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Without the character that no database takes.</summary>
    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString()!.Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } text ? text : null;
}
