using System.Reflection;
using PairingBot.Slack;
using PairingBot.Slack.Api;
using PairingBot.Slack.Events;

namespace PairingBot.Chat.Tests.Slack;

/// <summary>The manifest asks for what the code uses: no scope too many, no event that nobody reads.</summary>
public sealed class ManifestTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "manifests", "slack.yaml"));

    [Fact]
    public void Scopes_asked_are_scopes_used()
    {
        Assert.Equal(SlackScopes.Asked, ListUnder("bot:"));
    }

    [Fact]
    public void Events_asked_are_events_read() =>
        Assert.Equal(SlackEvent.All.Select(read => read.Subscription).OfType<string>().Order(StringComparer.Ordinal), ListUnder("bot_events:"));

    [Fact]
    public void Every_event_that_is_declared_is_stored_and_read() =>
        Assert.All(SlackEvent.All, declared => Assert.NotNull(EventReader.Read(EventReader.Envelope(System.Text.Encoding.UTF8.GetBytes(
            $$"""{"type":"event_callback","team_id":"T1","event":{"type":"{{declared.Type}}","tab":"home","channel_type":"im","channel":"C1","event_ts":"1790000000.000100",{{Ids(declared)}}"user":{{Person(declared)}} } }"""))!)));

    [Fact]
    public void Every_method_and_event_is_in_its_list()
    {
        Assert.Equal(Declared<SlackMethod>(), SlackMethod.All);
        Assert.Equal(Declared<SlackEvent>(), SlackEvent.All);
    }

    [Theory]
    [InlineData("should_escape: true")]
    [InlineData("home_tab_enabled: true")]
    [InlineData("messages_tab_enabled: true")]
    [InlineData("messages_tab_read_only_enabled: false")]
    [InlineData("url: https://pairingbot.example.com/slack/commands")]
    [InlineData("request_url: https://pairingbot.example.com/slack/events")]
    [InlineData("request_url: https://pairingbot.example.com/slack/interactions")]
    [InlineData("- https://pairingbot.example.com/slack/oauth/callback")]
    public void What_the_bot_relies_on_is_switched_on(string line) => Assert.Contains(Lines, written => written.Trim() == line);

    private static IEnumerable<T> Declared<T>() =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == typeof(T)).Select(property => (T)property.GetValue(null)!);

    private static string Person(SlackEvent declared) => declared.Type.StartsWith("user_", StringComparison.Ordinal) || declared.Type == "team_join" ? """{"id":"U1"}""" : "\"U1\"";

    private static string Ids(SlackEvent declared) => declared.Type == "channel_id_changed" ? "\"old_channel_id\":\"G1\",\"new_channel_id\":\"C1\"," : "";

    private static IEnumerable<string> ListUnder(string key) =>
        Lines.SkipWhile(line => line.Trim() != key).Skip(1).Select(line => line.Trim()).TakeWhile(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..]);
}
