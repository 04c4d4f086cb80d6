using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Storage;

/// <summary>
/// How values are stored as JSON. The domain carries no attributes, so the closed sets are declared here, each kind under a key that stays for ever.
/// Unknown members are ignored and missing ones take their default: stored rows may be older or newer than the code.
/// </summary>
internal static class StoredJson
{
    private static readonly Dictionary<Type, (Type Kind, string Key)[]> ClosedSets = new()
    {
        [typeof(ChatSpan)] =
        [
            (typeof(Words), "words"), (typeof(Strong), "strong"), (typeof(Command), "command"), (typeof(Mention), "mention"),
            (typeof(ChannelMention), "channel"), (typeof(Moment), "moment"), (typeof(WebLink), "link"),
        ],
        [typeof(MessagePiece)] =
        [
            (typeof(Heading), "heading"), (typeof(Paragraph), "paragraph"), (typeof(Bullets), "bullets"),
            (typeof(Note), "note"), (typeof(Divider), "divider"), (typeof(Choices), "choices"),
        ],
    };

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // stored, never put into a page: names stay readable
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DeclareClosedSets } },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static byte[] WriteBytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A stored value is null.");

    public static T Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("A stored value is null.");

    /// <summary>Maps a property to a jsonb column; it is compared by what would be stored.</summary>
    public static PropertyBuilder<T> IsStoredAsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasColumnType("jsonb").HasConversion(
            value => Write(value),
            json => Read<T>(json),
            new ValueComparer<T>((one, other) => Write(one) == Write(other), value => StringComparer.Ordinal.GetHashCode(Write(value)), value => Read<T>(Write(value))));
        return property;
    }

    private static void DeclareClosedSets(JsonTypeInfo type)
    {
        if (!ClosedSets.TryGetValue(type.Type, out var kinds)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "is" };
        foreach (var (kind, key) in kinds) type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, key));
    }
}
