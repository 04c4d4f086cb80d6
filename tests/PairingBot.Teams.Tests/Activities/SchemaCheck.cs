using System.Text.Json;
using System.Text.RegularExpressions;

namespace PairingBot.Teams.Tests.Activities;

/// <summary>As much of JSON Schema as the schema of answers to invokes uses; a word that is not known here is an error, never ignored.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static SchemaCheck Of(string file) => new(JsonDocument.Parse(File.ReadAllText(Path.Combine(Folders.Tests, file))).RootElement);

    /// <param name="document">What was answered.</param>
    /// <param name="definition">Under which name its rules stand.</param>
    public IReadOnlyList<string> Faults(JsonElement document, string definition) => [.. Faults(document, schema.GetProperty("definitions").GetProperty(definition), definition)];

    private IEnumerable<string> Faults(JsonElement value, JsonElement rules, string at) => rules.EnumerateObject().SelectMany(rule => Faults(value, rules, rule, at));

    private IEnumerable<string> Faults(JsonElement value, JsonElement rules, JsonProperty rule, string at) => rule.Name switch
    {
        "$ref" => Faults(value, Find(rule.Value.GetString()!), at),
        "type" => One(IsOfType(value, rule.Value.GetString()!), at, $"is no {rule.Value}"),
        "const" => One(JsonElement.DeepEquals(value, rule.Value), at, $"is not {rule.Value.GetRawText()}"),
        "enum" => One(rule.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)), at, $"is none of {rule.Value.GetRawText()}"),
        "properties" => value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().Where(field => rule.Value.TryGetProperty(field.Name, out _)).SelectMany(field => Faults(field.Value, rule.Value.GetProperty(field.Name), $"{at}/{field.Name}")),
        "required" => rule.Value.EnumerateArray().Select(name => name.GetString()!).Where(name => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(name, out _)).Select(name => $"{at}: {name} is missing"),
        "additionalProperties" => value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject().Where(field => !rules.GetProperty("properties").TryGetProperty(field.Name, out _)).Select(field => $"{at}: nobody knows {field.Name}"),
        "maxProperties" => One(value.ValueKind != JsonValueKind.Object || value.EnumerateObject().Count() <= rule.Value.GetInt32(), at, "has too many fields"),
        "minimum" => One(value.ValueKind != JsonValueKind.Number || value.GetInt64() >= rule.Value.GetInt64(), at, "is too small"),
        "pattern" => One(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!, RegexOptions.ECMAScript, Patience), at, $"does not look like {rule.Value}"),
        "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany(item => Faults(item, rule.Value, at + "/*")) : [],
        "allOf" => rule.Value.EnumerateArray().SelectMany(part => Faults(value, part, at)),
        "anyOf" => One(Fitting(value, rule.Value) > 0, at, "fits none of several ways"),
        "oneOf" => One(Fitting(value, rule.Value) == 1, at, "does not fit exactly one of several ways"),
        _ => throw new NotSupportedException($"The schema says {rule.Name}, which nobody checks."),
    };

    private int Fitting(JsonElement value, JsonElement choices) => choices.EnumerateArray().Count(choice => !Faults(value, choice, "").Any());

    private JsonElement Find(string reference) => reference.Split('/').Skip(1).Aggregate(schema, (found, step) => found.GetProperty(step));

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => throw new NotSupportedException($"The schema has the type {type}."),
    };

    private static IEnumerable<string> One(bool holds, string at, string fault) => holds ? [] : [$"{at}: {fault}"];
}
