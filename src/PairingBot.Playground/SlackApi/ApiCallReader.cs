using System.Text.Json;
using System.Text.Json.Nodes;

namespace PairingBot.Playground.SlackApi;

/// <summary>Reads the arguments of a call as Slack does: by content type, and JSON only where the method takes JSON.</summary>
internal static class ApiCallReader
{
    public sealed record Reading(JsonObject Arguments, string? Error, bool CharsetMissing);

    public static async Task<Reading> Read(HttpRequest request, bool takesJson)
    {
        var arguments = new JsonObject();
        foreach (var (name, value) in request.Query) arguments[name] = value.ToString();
        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await request.ReadFormAsync()) arguments[name] = value.ToString();
            return new Reading(arguments, null, false);
        }
        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            return new Reading(arguments, request.ContentLength > 0 ? "invalid_post_type" : null, false);
        return await ReadJson(request, arguments, takesJson);
    }

    private static async Task<Reading> ReadJson(HttpRequest request, JsonObject query, bool takesJson)
    {
        var charsetMissing = !request.ContentType!.Contains("charset", StringComparison.OrdinalIgnoreCase);
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        if (text.Length == 0) return new Reading(query, null, charsetMissing);
        try
        {
            if (JsonNode.Parse(text) is not JsonObject json) return new Reading(query, "json_not_object", charsetMissing);
            // A reading method does not look into a JSON body at all: its arguments are simply missing.
            return new Reading(takesJson ? json : query, null, charsetMissing);
        }
        catch (JsonException)
        {
            return new Reading(query, "invalid_json", charsetMissing);
        }
    }
}
