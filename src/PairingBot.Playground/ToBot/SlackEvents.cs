using System.Globalization;
using System.Text.Json.Nodes;
using PairingBot.Playground.Company;
using PairingBot.Playground.SlackApi;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot;

/// <summary>The events that the bot subscribes to, each in its documented shape.</summary>
internal sealed class SlackEvents(SlackWorkspace workspace, PlaygroundClock clock, EventDelivery delivery)
{
    public void HomeOpened(string person, string tab)
    {
        var opened = new JsonObject
        {
            ["type"] = "app_home_opened",
            ["user"] = person,
            ["channel"] = SlackWorkspace.DirectId(person),
            ["tab"] = tab,
        };
        if (tab == "home" && workspace.Views.Homes.GetValueOrDefault(person) is { } home) opened["view"] = ViewJson.Of(home, workspace);
        Send(opened);
    }

    public void PersonWrote(Conversation place, Message message) => Send(new JsonObject
    {
        ["type"] = "message",
        ["channel_type"] = place.Kind == ConversationKind.Direct ? "im" : "mpim",
        ["channel"] = place.Id,
        ["user"] = message.User,
        ["text"] = message.Text,
        ["ts"] = message.Ts,
        ["team"] = workspace.Team.Id,
        ["client_msg_id"] = Guid.CreateVersion7(clock.GetUtcNow()).ToString(),
    });

    public void PersonJoined(Person person) => Send(new JsonObject { ["type"] = "team_join", ["user"] = Shape(person) });

    public void PersonChanged(Person person) => Send(new JsonObject { ["type"] = "user_change", ["user"] = Shape(person) });

    /// <summary>Heard only where the bot is, and of itself.</summary>
    public void Joined(Conversation channel, string person) => Visit("member_joined_channel", channel, person);

    public void Left(Conversation channel, string person) => Visit("member_left_channel", channel, person);

    public void Archived(Conversation channel) => Send(new JsonObject { ["type"] = "channel_archive", ["channel"] = channel.Id, ["user"] = "U0ADMIN000", ["is_moved"] = 0 });

    /// <summary>Both, and in no order that anybody may count on.</summary>
    public void AppRemoved()
    {
        Send(new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(workspace.Bot.UserId) } });
        Send(new JsonObject { ["type"] = "app_uninstalled" });
    }

    private void Visit(string type, Conversation channel, string person)
    {
        if (person != workspace.Bot.UserId && !channel.Members.Contains(workspace.Bot.UserId)) return;
        Send(new JsonObject { ["type"] = type, ["user"] = person, ["channel"] = channel.Id, ["channel_type"] = "C", ["team"] = workspace.FindPerson(person)?.TeamId ?? workspace.Team.Id });
    }

    private JsonObject Shape(Person person) => SlackUser.Of(person, workspace.Team.Id, clock.GetUtcNow(), includeLocale: true, includeFields: true);

    private void Send(JsonObject happened)
    {
        happened["event_ts"] = workspace.Timestamps.Next();
        var id = Ids.New("Ev");
        delivery.Start(new JsonObject
        {
            ["token"] = "legacy-verification-token",
            ["team_id"] = workspace.Team.Id,
            ["context_team_id"] = workspace.Team.Id,
            ["context_enterprise_id"] = null,
            ["api_app_id"] = workspace.Bot.AppId,
            ["event"] = happened,
            ["type"] = "event_callback",
            ["event_id"] = id,
            ["event_time"] = long.Parse(happened["event_ts"]!.ToString().Split('.')[0], CultureInfo.InvariantCulture),
            ["authorizations"] = new JsonArray(new JsonObject
            {
                ["enterprise_id"] = null,
                ["team_id"] = workspace.Team.Id,
                ["user_id"] = workspace.Bot.UserId,
                ["is_bot"] = true,
                ["is_enterprise_install"] = false,
            }),
            ["is_ext_shared_channel"] = false,
            ["event_context"] = "4-" + id,
        }, id);
    }
}
