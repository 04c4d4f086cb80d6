using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace PairingBot.Chat.Tests.Manifest;

/// <summary>The manifest is one that Slack takes, by Slack's own published schema; also without addresses, for Socket Mode.</summary>
public sealed class ManifestSchemaTests
{
    private static readonly SchemaCheck Schema = new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "PairingBot.Chat.Tests", "Manifest", "manifest.schema.2.0.0.json"))).RootElement);

    [Fact]
    public void It_is_valid() => Assert.Empty(Faults(Read()));

    [Fact]
    public void It_is_of_the_version_that_is_checked() => Assert.Equal(2, (int)Read()["_metadata"]!["major_version"]!);

    [Fact]
    public void For_Socket_Mode_it_is_valid_without_addresses()
    {
        var manifest = Read();
        manifest["features"]!["slash_commands"]![0]!.AsObject().Remove("url");
        manifest["settings"]!["event_subscriptions"]!.AsObject().Remove("request_url");
        manifest["settings"]!["interactivity"]!.AsObject().Remove("request_url");
        manifest["oauth_config"]!.AsObject().Remove("redirect_urls");
        manifest["settings"]!["socket_mode_enabled"] = true;

        Assert.Empty(Faults(manifest));
        Assert.DoesNotContain("https://pairingbot.example.com", manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("display_information", "name", "\"a name that is far longer than Slack lets any app's name be\"")]
    [InlineData("display_information", "background_color", "\"brown\"")]
    [InlineData("features", "colour", "\"brown\"")]
    [InlineData("settings", "socket_mode_enabled", "\"yes\"")]
    [InlineData("settings", "event_subscriptions", """{"bot_events":["message.im","message.im"]}""")]
    [InlineData("features", "slash_commands", """[{"command":"coffee","description":"no slash"}]""")]
    [InlineData("features", "slash_commands", """[{"command":"/coffee"}]""")]
    [InlineData("features", "slash_commands", "[]")]
    public void What_is_wrong_is_seen(string section, string field, string value)
    {
        var manifest = Read();
        manifest[section]![field] = JsonNode.Parse(value);

        Assert.NotEmpty(Faults(manifest));
    }

    private static JsonObject Read()
    {
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(File.ReadAllText(Path.Combine(Repository.Root, "manifests", "slack.yaml")));
        return (JsonObject)Node(yaml)!;
    }

    private static JsonNode? Node(object? yaml) => yaml switch
    {
        Dictionary<object, object> fields => new JsonObject(fields.Select(field => KeyValuePair.Create((string)field.Key, Node(field.Value)))),
        List<object> items => new JsonArray([.. items.Select(Node)]),
        _ => JsonSerializer.SerializeToNode(yaml),
    };

    private static IReadOnlyList<string> Faults(JsonObject manifest) => Schema.Faults(JsonSerializer.SerializeToElement(manifest));
}
