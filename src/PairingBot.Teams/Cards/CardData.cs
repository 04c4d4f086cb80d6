using System.Text.Json;

namespace PairingBot.Teams.Cards;

/// <summary>Words in the data of a button, which anybody can send us: nothing that stands there throws.</summary>
internal static class CardData
{
    /// <summary>Null when there are none of that name.</summary>
    public static string? Words(this JsonElement data, string name) => Words(data.Member(name));

    /// <summary>Undefined when there is none of that name.</summary>
    public static JsonElement Member(this JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object ? data.EnumerateObject().FirstOrDefault(member => Name(member) == name).Value : default;

    /// <summary>Each that has a name.</summary>
    public static IEnumerable<(string Name, string Words)> AllWords(this JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object) yield break;
        foreach (var member in data.EnumerateObject())
        {
            if (Words(member.Value) is { } words && Name(member) is { } name) yield return (name, words);
        }
    }

    private static string? Words(JsonElement value) => value.ValueKind == JsonValueKind.String ? Whole(() => value.GetString()!.Replace("\0", "", StringComparison.Ordinal)) : null; // without the character that no database takes

    private static string? Name(JsonProperty member) => Whole(() => member.Name);

    /// <summary>Half a character, written as an escape, can't be read.</summary>
    private static string? Whole(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
