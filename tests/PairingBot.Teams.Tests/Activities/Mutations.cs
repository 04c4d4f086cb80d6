using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PairingBot.Teams.Tests.Activities;

/// <summary>What an activity may look like one day, or has looked like on some day.</summary>
internal static class Mutations
{
    /// <summary>The same thing told with more words, or in another order: the effect must be the same.</summary>
    public static IEnumerable<JsonObject> Harmless(JsonObject activity)
    {
        JsonNode?[] additions = [JsonValue.Create("new"), null, JsonValue.Create(7), new JsonObject { ["deep"] = new JsonArray(1, "two", new JsonObject()) }, new JsonArray(null, new JsonObject())];
        foreach (var addition in additions) yield return Changed(activity, fields => fields["aFieldOfNextYear"] = addition?.DeepClone());
        yield return Changed(activity, Reverse);
    }

    /// <summary>Something is missing, null, of another kind, or too much: the effect is the right one, or none, but never a fault.</summary>
    public static IEnumerable<JsonObject> Harmful(JsonObject activity)
    {
        for (var place = 0; place < Places(activity).Count(); place++)
        {
            foreach (var other in new JsonNode?[] { null, JsonValue.Create(7), JsonValue.Create("something"), new JsonObject() })
            {
                var copy = activity.DeepClone().AsObject();
                var (parent, key) = Places(copy).ElementAt(place);
                if (parent is JsonObject fields) fields[key] = other;
                else parent.AsArray()[int.Parse(key, CultureInfo.InvariantCulture)] = other;
                yield return copy;
            }
        }

        foreach (var text in new[] { new string('x', 6000), "مرحبا 👩‍👩‍👧‍👦 \u202E\u0000 ＪＯＩＮ İı", "<at>&amp;&lt;<at><", "\r\n\t", "" })
        {
            yield return Changed(activity, fields => Replace(fields, _ => text));
            yield return Changed(activity, fields => Replace(fields, value => value + text));
        }
    }

    private static JsonObject Changed(JsonObject activity, Action<JsonObject> change)
    {
        var copy = activity.DeepClone().AsObject();
        foreach (var fields in Objects(copy).ToList()) change(fields);
        return copy;
    }

    private static void Replace(JsonObject fields, Func<string, string> change)
    {
        foreach (var (key, value) in fields.ToList())
        {
            if (value?.GetValueKind() == JsonValueKind.String && key is not ("serviceUrl" or "channelId")) fields[key] = change((string)value!);
        }
    }

    private static void Reverse(JsonObject fields)
    {
        var turned = fields.Reverse().ToList();
        fields.Clear();
        foreach (var (key, value) in turned) fields.Add(key, value);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Objects(field.Value)).Prepend(fields),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<(JsonNode Parent, string Key)> Places(JsonNode? node) => node switch
    {
        JsonObject fields => fields.ToList().SelectMany(field => Places(field.Value).Prepend((fields, field.Key))),
        JsonArray items => items.ToList().SelectMany((item, index) => Places(item).Prepend((items, index.ToString(CultureInfo.InvariantCulture)))),
        _ => [],
    };
}
