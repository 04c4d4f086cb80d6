using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PairingBot.Playground.BlockKit;

/// <summary>One JSON object of a layout and where it stands; each method checks one field and reports what is wrong with it.</summary>
internal sealed class Piece(JsonObject json, string pointer, BlockProblems problems)
{
    public JsonObject Json => json;

    public string Pointer => pointer;

    public string Type => Value("type") ?? "";

    public void Say(string problem, string? field = null) => problems.Add(field is null ? pointer : $"{pointer}/{field}", problem);

    public bool Has(string field) => json[field] is not null;

    public string? Value(string field) =>
        json[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>Slack refuses fields that it does not know: a misspelt one would otherwise be lost in silence.</summary>
    public Piece Only(params ReadOnlySpan<string> fields)
    {
        foreach (var (name, _) in json)
        {
            if (name is not "type" && !fields.Contains(name)) Say($"invalid additional property: {name}");
        }
        return this;
    }

    public Piece Need(string field)
    {
        if (!Has(field)) Say($"missing required field: {field}");
        return this;
    }

    public Piece String(string field, int max, int min = 1)
    {
        if (!Has(field)) return this;
        if (Value(field) is not { } text) Say("must be a string", field);
        else Length(text, field, max, min);
        return this;
    }

    public Piece Number(string field, int min, int max)
    {
        if (!Has(field)) return this;
        if (json[field] is not JsonValue value || !value.TryGetValue<int>(out var number)) Say("must be a number", field);
        else if (number < min) Say(Invariant($"must be greater than or equal to {min}"), field);
        else if (number > max) Say(Invariant($"must be less than or equal to {max}"), field);
        return this;
    }

    public Piece Flag(string field)
    {
        if (json[field] is { } node && node.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) Say("must be a boolean", field);
        return this;
    }

    public Piece OneOf(string field, params ReadOnlySpan<string> allowed)
    {
        if (Has(field) && !allowed.Contains(Value(field) ?? "")) Say($"must be one of: {string.Join(", ", allowed.ToArray())}", field);
        return this;
    }

    /// <summary>A text object, plain or mrkdwn.</summary>
    public Piece Text(string field, int max) => TextObject(field, max, plainOnly: false);

    public Piece PlainText(string field, int max) => TextObject(field, max, plainOnly: true);

    public Piece? Object(string field)
    {
        if (!Has(field)) return null;
        if (json[field] is JsonObject child) return new Piece(child, $"{pointer}/{field}", problems);
        Say("must be an object", field);
        return null;
    }

    public List<Piece> Objects(string field, int min, int max)
    {
        if (!Has(field)) return [];
        if (json[field] is not JsonArray array)
        {
            Say("must be an array", field);
            return [];
        }
        if (array.Count < min) Say(Invariant($"must contain at least {min} items"), field);
        if (array.Count > max) Say(Invariant($"no more than {max} items allowed"), field);
        return Children(array, field);
    }

    /// <summary>The same objects without a report: for a second walk over what has been checked.</summary>
    public IEnumerable<Piece> Each(string field) =>
        json[field] is JsonArray array ? array.Select((child, i) => At(child, Invariant($"{field}/{i}"))).OfType<Piece>() : [];

    public Piece? Child(string field) => At(json[field], field);

    private Piece? At(JsonNode? node, string place) => node is JsonObject child ? new Piece(child, $"{pointer}/{place}", problems) : null;

    private List<Piece> Children(JsonArray array, string field)
    {
        var children = new List<Piece>();
        for (var i = 0; i < array.Count; i++)
        {
            var place = Invariant($"{pointer}/{field}/{i}");
            if (array[i] is JsonObject child) children.Add(new Piece(child, place, problems));
            else problems.Add(place, "must be an object");
        }
        return children;
    }

    private Piece TextObject(string field, int max, bool plainOnly)
    {
        if (Object(field) is not { } text) return this;
        text.CheckText(max, plainOnly);
        return this;
    }

    public void CheckText(int max, bool plainOnly)
    {
        if (plainOnly) OneOf("type", "plain_text");
        else OneOf("type", "plain_text", "mrkdwn");
        Need("type").Need("text").String("text", max).Flag("emoji").Flag("verbatim");
        if (Type == "plain_text") Only("text", "emoji");
        else Only("text", "verbatim");
    }

    private void Length(string text, string field, int max, int min)
    {
        if (text.Length < min) Say(Invariant($"must be more than {min - 1} characters"), field);
        if (text.Length > max) Say(Invariant($"must be less than {max + 1} characters"), field);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
