using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PairingBot.Playground.SlackApi;

/// <summary>The arguments of a call, from a form, a query or JSON; forms carry nested values as JSON text.</summary>
internal sealed class ApiCall(string method, JsonObject arguments)
{
    public string Method => method;

    public JsonObject Arguments => arguments;

    public bool IsText(string name) => arguments[name] is null || arguments[name]!.GetValueKind() == JsonValueKind.String;

    public string? Text(string name) => arguments[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is { Length: > 0 } text ? text : null,
        var other => other.ToJsonString(),
    };

    public bool Flag(string name) => Text(name) is "true" or "1";

    public int Number(string name, int otherwise) =>
        int.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    /// <summary>A nested value; <c>Broken</c> when it is text that is no JSON.</summary>
    public (JsonNode? Node, bool Broken) Nested(string name)
    {
        if (arguments[name] is not JsonValue value || value.GetValueKind() != JsonValueKind.String) return (arguments[name], false);
        if (value.GetValue<string>() is not { Length: > 0 } text) return (null, false);
        try
        {
            return (JsonNode.Parse(text), false);
        }
        catch (JsonException)
        {
            return (null, true);
        }
    }
}
