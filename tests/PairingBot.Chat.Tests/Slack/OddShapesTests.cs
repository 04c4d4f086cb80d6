using System.Text.Json.Nodes;

namespace PairingBot.Chat.Tests.Slack;

/// <summary>Slack may leave anything out, send null for it, or send it as something else one day: that is never a fault of ours.</summary>
public sealed class OddShapesTests : IAsyncLifetime
{
    private const string Press = """
        {"type":"block_actions","team":{"id":"T1","domain":"acme","enterprise_id":null},"enterprise":{"id":"E1","name":"x"},"is_enterprise_install":false,"user":{"id":"U1","team_id":"T1"},
         "trigger_id":"1.2.a","container":{"type":"view","view_id":"V1"},"view":{"type":"home","state":{"values":{}}},"channel":{"id":"C1"},
         "actions":[{"type":"button","action_id":"join","block_id":"b","value":"1"}]}
        """;

    private const string Form = """
        {"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1","team_id":"T1"},"is_enterprise_install":"false",
         "view":{"type":"modal","callback_id":"settings","private_metadata":"","state":{"values":{"a":{"a":{"type":"plain_text_input","value":"x"}},
         "b":{"b":{"type":"checkboxes","selected_options":[{"text":{"text":"x"},"value":"x"}]}},"c":{"c":{"type":"users","selected_users":["U2"],"selected_option":{"value":"x"}}}}}}}
        """;

    private const string Event = """
        {"type":"event_callback","team_id":"T1","enterprise_id":null,"event_id":"Ev1","authorizations":[{"team_id":"T1","is_enterprise_install":false}],
         "event":{"type":"user_change","user":{"id":"U1","team_id":"T1","deleted":false,"tz":"UTC","profile":{"display_name":"a","title":"b","fields":{}},"enterprise_user":{"enterprise_id":"E1","teams":["T1"]}}}}
        """;

    private BotHost bot = null!;

    public async Task InitializeAsync() => bot = await BotHost.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData(Press)]
    [InlineData(Form)]
    public async Task No_shape_of_an_interaction_breaks_us(string payload)
    {
        foreach (var odd in Variations(payload)) Assert.InRange((await bot.InteractAsync(odd)).Status, 200, 400);
    }

    [Fact]
    public async Task No_shape_of_an_event_breaks_us()
    {
        foreach (var odd in Variations(Event)) Assert.InRange((await bot.EventAsync(odd)).Status, 200, 400);
    }

    private static IEnumerable<string> Variations(string json)
    {
        JsonNode?[] others = [null, 7, true, "text", "\uFFFD", new JsonObject(), new JsonArray { null, 1, new JsonObject() }];
        for (var place = 0; place < Places(JsonNode.Parse(json)!).Count(); place++)
        {
            foreach (var other in others)
            {
                var root = JsonNode.Parse(json)!;
                Places(root).ElementAt(place).ReplaceWith(other?.DeepClone());
                yield return root.ToJsonString();
            }
        }
    }

    private static IEnumerable<JsonNode> Places(JsonNode node)
    {
        IEnumerable<JsonNode?> inner = node switch
        {
            JsonObject fields => fields.Select(field => field.Value),
            JsonArray items => items,
            _ => [],
        };
        return inner.OfType<JsonNode>().SelectMany(child => Places(child).Prepend(child));
    }
}
