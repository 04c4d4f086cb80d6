using System.Text.Json.Nodes;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.SlackApi;

/// <summary>A view in the shape that Slack answers and sends back: with real nulls, its state and its hash.</summary>
internal static class ViewJson
{
    public static JsonObject Of(OpenView view, SlackWorkspace workspace, JsonNode? state = null)
    {
        var content = view.Content;
        return new JsonObject
        {
            ["id"] = view.Id,
            ["team_id"] = workspace.Team.Id,
            ["type"] = content["type"]?.DeepClone(),
            ["blocks"] = content["blocks"]?.DeepClone(),
            ["private_metadata"] = content["private_metadata"]?.DeepClone() ?? "",
            ["callback_id"] = content["callback_id"]?.DeepClone() ?? "",
            ["state"] = new JsonObject { ["values"] = state?.DeepClone() ?? new JsonObject() },
            ["hash"] = view.Hash,
            ["title"] = content["title"]?.DeepClone(),
            ["clear_on_close"] = content["clear_on_close"]?.DeepClone() ?? false,
            ["notify_on_close"] = content["notify_on_close"]?.DeepClone() ?? false,
            ["close"] = content["close"]?.DeepClone(),
            ["submit"] = content["submit"]?.DeepClone(),
            ["previous_view_id"] = view.PreviousId,
            ["root_view_id"] = view.RootId,
            ["app_id"] = workspace.Bot.AppId,
            ["external_id"] = view.ExternalId ?? "",
            ["app_installed_team_id"] = workspace.Team.Id,
            ["bot_id"] = workspace.Bot.BotId,
        };
    }
}
