using System.Text.Json;
using PairingBot.Domain.Chat;

namespace PairingBot.MicrosoftGraph.Wire;

/// <summary>What a call came to: <paramref name="Fault"/> is null exactly when Graph did it. <paramref name="Body"/> is undefined where it sent none.</summary>
internal sealed record GraphAnswer(JsonElement Body, GraphFault? Fault)
{
    public static GraphAnswer Failed(GraphFault fault) => new(default, fault);

    /// <summary>The outcome of what was made, with its id.</summary>
    public DeliveryResult Delivery() => Fault?.Delivery() ?? (Body.Text("id") is { } id ? new Delivered(id) : new Uncertain("answer-without-id"));
}

/// <summary>Reads what may be missing or of another kind than was said, without ever throwing.</summary>
internal static class JsonReading
{
    public static JsonElement? Part(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? part : null;

    /// <returns>Null for no text, for an empty one, and for half a character; without the character that no database takes.</returns>
    public static string? Text(this JsonElement from, string name)
    {
        if (from.Part(name) is not { ValueKind: JsonValueKind.String } part) return null;
        try
        {
            return part.GetString()!.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static bool? Flag(this JsonElement from, string name) => from.Part(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    public static IEnumerable<JsonElement> Items(this JsonElement from, string name) => from.Part(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
