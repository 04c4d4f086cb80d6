using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PairingBot.Chat.Tests.Slack.Captured;

/// <summary>What Slack may make of a payload one day, or has made of one some day.</summary>
internal static class Mutations
{
    /// <summary>The same thing told with more or other words: the effect must be the same.</summary>
    public static IEnumerable<JsonNode> Harmless(JsonNode payload)
    {
        JsonNode?[] additions = [JsonValue.Create("new"), null, JsonValue.Create(7), JsonValue.Create(true), new JsonObject { ["deep"] = new JsonArray(1, "two", new JsonObject()) }, new JsonArray(null, new JsonObject())];
        foreach (var addition in additions) yield return Changed(payload, node => Add(node, addition));
        yield return Changed(payload, node => Replace(node, value => value.GetValueKind() == JsonValueKind.Number ? JsonValue.Create(value.ToString()) : value));
        yield return Changed(payload, Reverse);
    }

    /// <summary>Something is missing, null, empty, or too much: the effect is the right one, or none, but never a fault.</summary>
    public static IEnumerable<JsonNode> Harmful(JsonNode payload)
    {
        var places = Places(payload).Count();
        for (var place = 0; place < places; place++)
        {
            foreach (var change in Changes())
            {
                var copy = payload.DeepClone();
                var (parent, key) = Places(copy).ElementAt(place);
                change(parent, key);
                yield return copy;
            }
        }

        foreach (var text in new[] { new string('x', 6000), "مرحبا 👩‍👩‍👧‍👦 \u202E\u0000 ＪＯＩＮ İı", "<!channel> &amp;&lt;<@U1|", "\r\n\t", "" })
        {
            yield return Changed(payload, node => Replace(node, value => value.GetValueKind() == JsonValueKind.String ? JsonValue.Create(text) : value));
            yield return Changed(payload, node => Replace(node, value => value.GetValueKind() == JsonValueKind.String ? JsonValue.Create(value.ToString() + text) : value));
        }
    }

    /// <summary>Each of these to each place.</summary>
    private static IEnumerable<Action<JsonNode, string>> Changes()
    {
        yield return (parent, key) => Set(parent, key, null);
        yield return (parent, key) => Set(parent, key, Emptied(Get(parent, key)));
        yield return (parent, key) => Set(parent, key, Another(Get(parent, key)));
        yield return (parent, key) =>
        {
            if (parent is JsonObject fields) fields.Remove(key);
            else parent.AsArray().RemoveAt(int.Parse(key, CultureInfo.InvariantCulture));
        };
    }

    private static JsonNode? Emptied(JsonNode? node) => node switch
    {
        JsonObject => new JsonObject(),
        JsonArray => new JsonArray(),
        null => JsonValue.Create("something"),
        _ => node.GetValueKind() == JsonValueKind.String ? JsonValue.Create("") : JsonValue.Create(node.ToString()),
    };

    /// <summary>A thing of another kind in its place.</summary>
    private static JsonNode Another(JsonNode? node) => node switch
    {
        JsonObject => new JsonArray(node.DeepClone(), 7),
        JsonArray => new JsonObject { ["items"] = node.DeepClone() },
        null => new JsonObject { ["id"] = "something" },
        _ => node.GetValueKind() == JsonValueKind.String ? JsonValue.Create(true) : new JsonObject { ["value"] = node.DeepClone() },
    };

    private static JsonNode Changed(JsonNode payload, Action<JsonNode> change)
    {
        var copy = payload.DeepClone();
        foreach (var node in Nodes(copy).ToList()) change(node);
        return copy;
    }

    /// <summary>A state holds what people filled in, by block and by element: what is added there would be an answer.</summary>
    private static void Add(JsonNode node, JsonNode? addition)
    {
        if (node is JsonObject fields && !node.GetPath().Contains(".values", StringComparison.Ordinal)) fields["a_field_of_next_year"] = addition?.DeepClone();
    }

    private static void Replace(JsonNode node, Func<JsonValue, JsonValue> change)
    {
        if (node is not JsonObject fields) return;
        foreach (var (key, value) in fields.ToList())
        {
            if (value is JsonValue simple) fields[key] = change((JsonValue)simple.DeepClone());
        }
    }

    /// <summary>Fields in another order; answers keep theirs.</summary>
    private static void Reverse(JsonNode node)
    {
        if (node is not JsonObject fields || node.GetPath().Contains(".values", StringComparison.Ordinal)) return;
        var turned = fields.Reverse().ToList();
        fields.Clear();
        foreach (var (key, value) in turned) fields.Add(key, value);
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node) =>
        Inner(node).OfType<JsonNode>().SelectMany(Nodes).Prepend(node);

    private static IEnumerable<(JsonNode Parent, string Key)> Places(JsonNode node) =>
        Keys(node).SelectMany(key => (Get(node, key) is { } inner ? Places(inner) : []).Prepend((node, key)));

    private static IEnumerable<string> Keys(JsonNode node) => node switch
    {
        JsonObject fields => fields.Select(field => field.Key).ToList(),
        JsonArray items => Enumerable.Range(0, items.Count).Select(index => index.ToString(CultureInfo.InvariantCulture)),
        _ => [],
    };

    private static IEnumerable<JsonNode?> Inner(JsonNode node) => node switch
    {
        JsonObject fields => fields.Select(field => field.Value),
        JsonArray items => items,
        _ => [],
    };

    private static JsonNode? Get(JsonNode parent, string key) => parent is JsonObject fields ? fields[key] : parent[int.Parse(key, CultureInfo.InvariantCulture)];

    private static void Set(JsonNode parent, string key, JsonNode? value)
    {
        if (parent is JsonObject fields) fields[key] = value;
        else parent[int.Parse(key, CultureInfo.InvariantCulture)] = value;
    }
}
