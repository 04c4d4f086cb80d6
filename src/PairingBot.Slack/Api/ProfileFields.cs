using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairingBot.Slack.Api;

/// <summary>profile.fields is an object by ids, or [] when there are none, or null; whatever else it may become one day is read as none.</summary>
internal sealed class ProfileFields : JsonConverter<IReadOnlyDictionary<string, ProfileField?>?>
{
    public override IReadOnlyDictionary<string, ProfileField?>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
        Dictionary<string, ProfileField?> fields = [];
        foreach (var field in json.RootElement.EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.Object) fields[field.Name] = new ProfileField(Text(field.Value, "value"), Text(field.Value, "label"));
        }

        return fields.Count > 0 ? fields : null;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, ProfileField?>? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Profiles are read, never written.");

    private static string? Text(JsonElement field, string name) => field.TryGetProperty(name, out var text) ? JsonText.Of(text) : null;
}
