using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairingBot.Slack.Interactions;

/// <summary>is_enterprise_install is a boolean in JSON, but text where it passed through a form; anything else is no.</summary>
internal sealed class LenientBool : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return IsTrue(reader.GetString());
        reader.Skip();
        return reader.TokenType == JsonTokenType.True;
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);

    public static bool IsTrue(string? text) => string.Equals(text?.Trim(), "true", StringComparison.OrdinalIgnoreCase);
}
