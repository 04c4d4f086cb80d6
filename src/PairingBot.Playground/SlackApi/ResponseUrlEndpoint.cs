using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.SlackApi;

/// <summary>POST /response/{id}: a late answer to a command or an interaction. No token; the address is the secret.</summary>
internal sealed class ResponseUrlEndpoint(SlackWorkspace workspace, ResponseUrls urls, Posting posting, CallLog log, ChangeFeed feed)
{
    public async Task<IResult> Answer(HttpRequest request, string id)
    {
        using var reader = new StreamReader(request.Body);
        if (Parse(await reader.ReadToEndAsync()) is not { } body) return Results.Text("invalid_payload", statusCode: StatusCodes.Status400BadRequest);
        string? error;
        lock (workspace.Gate) error = urls.Use(id) is { } place ? Apply(place, body) : "expired_url";
        log.Add("response_url", body, error switch { null => 200, "expired_url" => 404, _ => 400 }, error is null, error, fault: null);
        feed.Tell("response_url");
        return error switch
        {
            null => Results.Text("ok"),
            "expired_url" => Results.Text("expired_url", statusCode: StatusCodes.Status404NotFound),
            _ => Results.Text(error, statusCode: StatusCodes.Status400BadRequest),
        };
    }

    private string? Apply(ResponseUrls.Place place, JsonObject body)
    {
        if (workspace.Find(place.Conversation) is not { } conversation) return "channel_not_found";
        var original = conversation.Find(place.MessageTs);
        if (IsSet(body, "delete_original"))
        {
            if (original is not null) conversation.Messages.Remove(original);
            return null;
        }
        var (content, no) = MessageContent.Check(body["text"]?.ToString(), body["blocks"] as JsonArray);
        if (content is null) return no!.Error;
        if (IsSet(body, "replace_original") && original is not null) posting.Edit(original, content);
        else posting.FromBot(conversation, content, onlyFor: body["response_type"]?.ToString() == "in_channel" ? null : place.Person);
        return null;
    }

    private static bool IsSet(JsonObject body, string field) => body[field]?.ToString() == "true";

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
