using System.Text.Json.Nodes;
using PairingBot.Playground.ToBot;
using PairingBot.Playground.ToBot.Sockets;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.SlackApi;

internal sealed class TeamMethods(SlackWorkspace workspace, SocketHub sockets, PublicAddress address)
{
    public IEnumerable<ApiMethod> All =>
    [
        ApiMethod.Writes("auth.test", _ => ApiAnswer.Ok(new JsonObject
        {
            ["url"] = $"https://{workspace.Team.Domain}.slack.com/",
            ["team"] = workspace.Team.Name,
            ["user"] = workspace.Bot.Name.ToLowerInvariant(),
            ["team_id"] = workspace.Team.Id,
            ["user_id"] = workspace.Bot.UserId,
            ["bot_id"] = workspace.Bot.BotId,
            ["is_enterprise_install"] = false,
        })),
        ApiMethod.Reads("team.info", TeamInfo),
        ApiMethod.Writes("apps.connections.open", _ => ApiAnswer.Ok(new JsonObject { ["url"] = address.SocketUrl(sockets.IssueTicket()) })) with { IsOfTheApp = true },
    ];

    private ApiAnswer TeamInfo(ApiCall call)
    {
        if (call.Text("team") is { } asked && asked != workspace.Team.Id) return ApiAnswer.No("team_not_found");
        return ApiAnswer.Ok(new JsonObject
        {
            ["team"] = new JsonObject
            {
                ["id"] = workspace.Team.Id,
                ["name"] = workspace.Team.Name,
                ["url"] = $"https://{workspace.Team.Domain}.slack.com/",
                ["domain"] = workspace.Team.Domain,
                ["email_domain"] = $"{workspace.Team.Domain}.example",
                ["icon"] = new JsonObject { ["image_default"] = true },
                ["is_verified"] = false,
            },
        });
    }
}
