using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Graph;

/// <summary>Calls of mailbox settings in one request: twenty at most, each with an id of its own, answered in another order than they were asked.</summary>
internal static class Batches
{
    private const int Most = 20;

    private const string Prefix = "/users/", Suffix = "/mailboxSettings?$select=timeZone";

    public static IResult Answer(GraphState town, JsonObject batch)
    {
        var calls = (batch["requests"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (calls.Count is 0 or > Most || calls.Select(call => (string?)call["id"]).Distinct().Count() != calls.Count) return GraphRoutes.Refused(400, "BadRequest");
        return GraphRoutes.Ok(new JsonObject { ["responses"] = new JsonArray([.. calls.Select(call => One(town, call)).Reverse()]) });
    }

    private static JsonObject One(GraphState town, JsonObject call)
    {
        var url = (string)call["url"]!;
        var path = Uri.UnescapeDataString($"{call["method"]} {url.Split('?')[0]}");
        if (town.InnerFault(path) is { } fault) return Refused(call, (int)fault["status"]!, (string?)fault["code"] ?? "Forbidden", fault["retryAfter"]?.ToString());
        if ((string?)call["method"] != "GET" || !url.StartsWith(Prefix, StringComparison.Ordinal) || !url.EndsWith(Suffix, StringComparison.Ordinal)) return Refused(call, 400, "BadRequest", null);
        return town.Calendars.Settings(Uri.UnescapeDataString(url[Prefix.Length..^Suffix.Length])) is { } settings
            ? new JsonObject { ["id"] = call["id"]!.DeepClone(), ["status"] = 200, ["headers"] = new JsonObject { ["Content-Type"] = "application/json" }, ["body"] = settings }
            : Refused(call, 404, "MailboxNotEnabledForRESTAPI", null);
    }

    private static JsonObject Refused(JsonObject call, int status, string code, string? rest)
    {
        var answer = new JsonObject { ["id"] = call["id"]!.DeepClone(), ["status"] = status, ["body"] = new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = "" } } };
        if (rest is not null) answer["headers"] = new JsonObject { ["Retry-After"] = rest };
        return answer;
    }
}
