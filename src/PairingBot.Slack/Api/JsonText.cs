using System.Text.Json;

namespace PairingBot.Slack.Api;

/// <summary>Text out of JSON in which anything may stand anywhere.</summary>
internal static class JsonText
{
    /// <summary>Null for what is no text, and for half a character, which JSON can carry and text cannot. The character nought, which no database takes, is left out.</summary>
    public static string? Of(JsonElement? value)
    {
        try
        {
            return value is { ValueKind: JsonValueKind.String } text ? WithoutNought(text.GetString()!) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string WithoutNought(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
