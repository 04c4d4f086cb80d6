using System.Text.Json.Nodes;
using PairingBot.Playground.SlackApi;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot;

/// <summary>Builds interaction payloads in the shapes that Slack documents, nulls included.</summary>
internal sealed class InteractionPayload(SlackWorkspace workspace, Access access)
{
    public JsonObject MessageAction(string person, Conversation place, Message message, JsonObject action, JsonNode? state)
    {
        var isEphemeral = message.EphemeralFor is not null;
        var payload = Common("block_actions", person);
        payload["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = place.Id,
            ["is_ephemeral"] = isEphemeral,
        };
        payload["trigger_id"] = access.Trigger(person);
        payload["channel"] = new JsonObject { ["id"] = place.Id, ["name"] = place.PayloadName };
        // An ephemeral message is stored nowhere, so Slack has none to send along.
        if (!isEphemeral) payload["message"] = message.ToJson(workspace.Team.Id);
        payload["state"] = State(state);
        payload["response_url"] = access.ResponseUrl(person, place.Id, message.Ts);
        payload["actions"] = Actions(action);
        return payload;
    }

    public JsonObject ViewAction(string person, OpenView view, JsonObject action, JsonNode? state)
    {
        var payload = Common("block_actions", person);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["trigger_id"] = access.Trigger(person);
        payload["view"] = ViewJson.Of(view, workspace, state);
        payload["actions"] = Actions(action);
        return payload;
    }

    public JsonObject Submission(string person, OpenView view, JsonNode? state)
    {
        var payload = Common("view_submission", person);
        payload["trigger_id"] = access.Trigger(person);
        payload["view"] = ViewJson.Of(view, workspace, state);
        payload["response_urls"] = new JsonArray();
        return payload;
    }

    public JsonObject Closed(string person, OpenView view, bool wholeStack)
    {
        var payload = Common("view_closed", person);
        payload["view"] = ViewJson.Of(view, workspace);
        payload["is_cleared"] = wholeStack;
        return payload;
    }

    private JsonObject Common(string type, string person) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = workspace.Team.Id, ["domain"] = workspace.Team.Domain },
        ["user"] = new JsonObject
        {
            ["id"] = person,
            ["username"] = workspace.FindPerson(person)!.Name,
            ["name"] = workspace.FindPerson(person)!.Name,
            ["team_id"] = workspace.Team.Id,
        },
        ["api_app_id"] = workspace.Bot.AppId,
        ["token"] = "legacy-verification-token",
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };

    private JsonArray Actions(JsonObject action)
    {
        var pressed = (JsonObject)action.DeepClone();
        pressed["action_ts"] = workspace.Timestamps.Next();
        return new JsonArray(pressed);
    }

    private static JsonObject State(JsonNode? state) => new() { ["values"] = state?.DeepClone() ?? new JsonObject() };
}
