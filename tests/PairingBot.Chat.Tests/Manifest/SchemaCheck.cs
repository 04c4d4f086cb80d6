using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PairingBot.Chat.Tests.Manifest;

/// <summary>As much of JSON Schema as Slack's and Microsoft's published schemas use; a word that is not known here is an error, never ignored.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public IReadOnlyList<string> Faults(JsonElement document) => [.. Faults(document, schema, "")];

    /// <param name="document">What was sent or answered.</param>
    /// <param name="definition">Under which name its rules stand.</param>
    public IReadOnlyList<string> Faults(JsonElement document, string definition) => [.. Faults(document, schema.GetProperty("definitions").GetProperty(definition), definition)];

    private IEnumerable<string> Faults(JsonElement value, JsonElement rules, string at) => rules.EnumerateObject().SelectMany(rule => Faults(value, rules, rule, at));

    private IEnumerable<string> Faults(JsonElement value, JsonElement rules, JsonProperty rule, string at) => rule.Name switch
    {
        "title" or "description" or "default" or "definitions" or "format" or "$schema" or "_note" or "id" or "version" or "features" or "example" or "examples" or "then" => [],
        "properties" => Properties(value, rule.Value, at),
        "$ref" => Faults(value, Find(rule.Value.GetString()!), at),
        "type" => One(IsOfType(value, rule.Value), at, $"is no {rule.Value}"),
        "required" => rule.Value.EnumerateArray().Select(name => name.GetString()!).Where(name => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(name, out _)).Select(name => $"{at}: {name} is missing"),
        "additionalProperties" => Additional(value, rules, rule.Value, at),
        "patternProperties" => Patterned(value, rule.Value, at),
        "minProperties" => One(value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() >= rule.Value.GetInt32(), at, "has too few fields"),
        "maxProperties" => One(value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() <= rule.Value.GetInt32(), at, "has too many fields"),
        "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, index) => Faults(item, rule.Value, $"{at}/{index.ToString(CultureInfo.InvariantCulture)}")) : [],
        "minItems" => One(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.Value.GetInt32(), at, "has too few items"),
        "maxItems" => One(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= rule.Value.GetInt32(), at, "has too many items"),
        "uniqueItems" => One(value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == value.GetArrayLength(), at, "has an item twice"),
        "minLength" => One(value.ValueKind != JsonValueKind.String || Length(value) >= rule.Value.GetInt32(), at, "is too short"),
        "maxLength" => One(value.ValueKind != JsonValueKind.String || Length(value) <= rule.Value.GetInt32(), at, "is too long"),
        "pattern" or "regex" => One(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!, RegexOptions.ECMAScript, Patience), at, $"does not look like {rule.Value}"),
        "enum" => One(rule.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)), at, $"is none of {rule.Value.GetRawText()}"),
        "anyOf" => One(rule.Value.EnumerateArray().Any(choice => !Faults(value, choice, at).Any()), at, "fits none of several ways"),
        "allOf" => rule.Value.EnumerateArray().SelectMany(each => Faults(value, each, at)),
        "oneOf" => One(rule.Value.EnumerateArray().Count(choice => !Faults(value, choice, at).Any()) == 1, at, "fits none of several ways, or more than one"),
        "not" => One(Faults(value, rule.Value, at).Any(), at, "is what it must not be"),
        "if" => rules.TryGetProperty("then", out var then) && !Faults(value, rule.Value, at).Any() ? Faults(value, then, at) : [],
        "const" => One(JsonElement.DeepEquals(rule.Value, value), at, $"is not {rule.Value.GetRawText()}"),
        "dependencies" => Dependent(value, rule.Value, at),
        "minimum" => One(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.Value.GetDouble(), at, "is too small"),
        "maximum" => One(value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.Value.GetDouble(), at, "is too large"),
        _ => throw new NotSupportedException($"The schema says {rule.Name}, which nobody checks."),
    };

    private IEnumerable<string> Properties(JsonElement value, JsonElement named, string at) => value.ValueKind != JsonValueKind.Object
        ? []
        : value.EnumerateObject().Where(field => named.TryGetProperty(field.Name, out _)).SelectMany(field => Faults(field.Value, named.GetProperty(field.Name), $"{at}/{field.Name}"));

    private IEnumerable<string> Patterned(JsonElement value, JsonElement patterns, string at) =>
        from field in value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().ToList() : []
        from pattern in patterns.EnumerateObject()
        where Regex.IsMatch(field.Name, pattern.Name, RegexOptions.None, Patience)
        from fault in Faults(field.Value, pattern.Value, $"{at}/{field.Name}")
        select fault;

    private static IEnumerable<string> Dependent(JsonElement value, JsonElement dependencies, string at) =>
        from field in dependencies.EnumerateObject()
        where value.ValueKind == JsonValueKind.Object && value.TryGetProperty(field.Name, out _)
        from needed in field.Value.EnumerateArray()
        where !value.TryGetProperty(needed.GetString()!, out _)
        select $"{at}: {needed} is missing beside {field.Name}";

    private IEnumerable<string> Additional(JsonElement value, JsonElement rules, JsonElement rule, string at)
    {
        if (value.ValueKind != JsonValueKind.Object) return [];
        var others = value.EnumerateObject().Where(field => !IsNamed(field.Name, rules));
        return rule.ValueKind switch
        {
            JsonValueKind.False => others.Select(field => $"{at}: nobody knows {field.Name}"),
            JsonValueKind.True => [],
            _ => others.SelectMany(field => Faults(field.Value, rule, $"{at}/{field.Name}")),
        };
    }

    private static bool IsNamed(string name, JsonElement rules) =>
        (rules.TryGetProperty("properties", out var named) && named.TryGetProperty(name, out _))
        || (rules.TryGetProperty("patternProperties", out var patterns) && patterns.EnumerateObject().Any(pattern => Regex.IsMatch(name, pattern.Name, RegexOptions.None, Patience)));

    private JsonElement Find(string reference)
    {
        var found = schema;
        foreach (var step in reference.Split('/').Skip(1)) found = found.GetProperty(step);
        return found;
    }

    private static bool IsOfType(JsonElement value, JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(each => IsOfType(value, each))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "null" => value.ValueKind == JsonValueKind.Null,
            var other => throw new NotSupportedException($"The schema has the type {other}."),
        };

    private static int Length(JsonElement text) => new StringInfo(text.GetString()!).LengthInTextElements;

    private static IEnumerable<string> One(bool holds, string at, string fault) => holds ? [] : [$"{at}: {fault}"];
}
