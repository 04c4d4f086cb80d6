using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PairingBot.Domain.Chat;
using PairingBot.Teams;

namespace PairingBot.Chat.Tests.Manifest;

/// <summary>The package that is built is one that Teams takes, by Microsoft's own published schema; it asks for what the code uses, and offers what the code knows.</summary>
public sealed partial class TeamsManifestTests : IDisposable
{
    private static readonly SchemaCheck Schema = new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "PairingBot.Chat.Tests", "Manifest", "teams.manifest.1.29.json"))).RootElement);

    private readonly TeamsPackage package = TeamsPackage.Build("--app-id", TeamsPackage.AppId, "--domain", "bot.example.com", "--terms", "https://example.com/terms?a=1&b=2");

    public void Dispose() => package.Dispose();

    [Fact]
    public void It_is_valid() => Assert.Empty(Faults(package.Manifest));

    [Fact]
    public void It_holds_what_it_must_and_nothing_else() => Assert.Equal(["color.png", "en.json", "manifest.json", "outline.png"], package.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void The_ids_are_filled_in_everywhere()
    {
        var manifest = package.Manifest;

        Assert.DoesNotContain("{{", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.All([manifest["id"], manifest["bots"]![0]!["botId"], manifest["composeExtensions"]![0]!["botId"], manifest["webApplicationInfo"]!["id"]], id => Assert.Equal(TeamsPackage.AppId, (string?)id));
        Assert.Equal("bot.example.com", (string?)manifest["validDomains"]![0]);
        Assert.Equal("https://bot.example.com", (string?)manifest["developer"]!["privacyUrl"]);
        Assert.Equal("https://example.com/terms?a=1&b=2", (string?)manifest["developer"]!["termsOfUseUrl"]);
    }

    [Fact]
    public void Without_a_host_it_is_valid_too()
    {
        using var plain = TeamsPackage.Build("--app-id", TeamsPackage.AppId, "--version", "2.10.3");

        Assert.Empty(Faults(plain.Manifest));
        Assert.Null(plain.Manifest["validDomains"]);
        Assert.Equal("2.10.3", (string?)plain.Manifest["version"]);
    }

    [Theory]
    [InlineData("--app-id", "PairingBot")]
    [InlineData("--app-id", TeamsPackage.AppId + "\nx")]
    [InlineData("--domain", "https://bot.example.com")]
    [InlineData("--version", "1")]
    [InlineData("--privacy", "http://example.com")]
    [InlineData("--color", "blue")]
    public void What_would_make_no_package_is_refused(string argument, string value)
    {
        string[] usual = argument == "--app-id" ? [] : ["--app-id", TeamsPackage.AppId];
        using var refused = TeamsPackage.Build([.. usual, argument, value]);

        Assert.False(refused.IsBuilt);
        Assert.NotEmpty(refused.Said);
    }

    [Theory]
    [InlineData("manifestVersion", "\"1.22\"")]
    [InlineData("accentColor", "\"brown\"")]
    [InlineData("bots", """[{"botId":"x","scopes":["personal"]}]""")]
    [InlineData("bots", """[{"botId":"0f5c1f0a-6a37-4a7b-9a55-0d7c1b1f2e3d","scopes":["everywhere"]}]""")]
    [InlineData("icons", """{"color":"color.png"}""")]
    [InlineData("colour", "\"brown\"")]
    public void What_is_wrong_is_seen(string field, string value)
    {
        var manifest = package.Manifest;
        manifest[field] = JsonNode.Parse(value);

        Assert.NotEmpty(Faults(manifest));
    }

    [Fact]
    public void Permissions_asked_are_permissions_used()
    {
        var asked = package.Manifest["authorization"]?["permissions"]?["resourceSpecific"]?.AsArray() ?? [];
        Assert.Equal(TeamsPermissions.ResourceSpecific.Order(StringComparer.Ordinal), asked.Select(permission => (string)permission!["name"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_commands_offered_are_words_that_the_bot_knows()
    {
        var lists = package.Manifest["bots"]![0]!["commandLists"]!.AsArray();
        Assert.All(lists, list => Assert.Equal(["mention", "slash"], list!["triggers"]!.AsArray().Select(trigger => (string)trigger!)));
        Assert.All(lists.SelectMany(list => list!["commands"]!.AsArray()), command => Assert.Contains((string)command!["title"]!, IntentReader.CommandWords));
        Assert.Equal(["personal", "team", "groupChat"], lists.SelectMany(list => list!["scopes"]!.AsArray()).Select(scope => (string)scope!));
    }

    /// <summary>Where both would stand in the same list of slashes, only the dialog does.</summary>
    [Fact]
    public void Each_command_is_offered_once_in_a_place()
    {
        var manifest = package.Manifest;
        var dialogs = manifest["composeExtensions"]![0]!["commands"]!.AsArray();
        Assert.Equal(["settings", "reflect", "ask"], dialogs.Select(command => (string)command!["id"]!));
        Assert.All(dialogs, command => Assert.True((bool)command!["fetchTask"]!));
        var shared = manifest["bots"]![0]!["commandLists"]![1]!["commands"]!.AsArray().Select(command => (string)command!["title"]!);
        Assert.Empty(shared.Intersect(dialogs.Select(command => (string)command!["id"]!)));
    }

    [Fact]
    public void Every_text_is_in_the_file_for_translators()
    {
        var (manifest, texts) = (package.Manifest, package.Texts);
        foreach (var (path, text) in texts.Where(text => text.Key != "$schema")) Assert.Equal((string?)Steps().Matches(path).Aggregate((JsonNode)manifest, (node, step) => Step(node, step.Value)), (string?)text);
        var shown = manifest["bots"]![0]!["commandLists"]!.AsArray().Sum(list => list!["commands"]!.AsArray().Count) + (2 * manifest["composeExtensions"]![0]!["commands"]!.AsArray().Count) + 4;
        Assert.Equal(shown, texts.Count - 1);
    }

    [Fact]
    public void The_icons_are_as_Teams_wants_them()
    {
        var (color, outline) = (Picture.Read(package.Read("color.png")), Picture.Read(package.Read("outline.png")));

        Assert.Equal((192, 192, 32, 32), (color.Width, color.Height, outline.Width, outline.Height));
        Assert.All(color.Points, point => Assert.Equal(byte.MaxValue, point.Opacity));
        Assert.All(outline.Points.Where(point => point.Opacity > 0), point => Assert.Equal((byte.MaxValue, byte.MaxValue, byte.MaxValue), (point.Red, point.Green, point.Blue)));
        Assert.InRange(outline.Points.Count(point => point.Opacity == 0), 500, 1000);
        Assert.InRange(outline.Points.Count(point => point.Opacity == byte.MaxValue), 50, 400);
    }

    private static JsonNode Step(JsonNode node, string step) => int.TryParse(step, out var index) ? node[index]! : node[step]!;

    private static IReadOnlyList<string> Faults(JsonObject manifest) => Schema.Faults(JsonSerializer.SerializeToElement(manifest));

    [GeneratedRegex("[A-Za-z]+|[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Steps();
}
