using System.Text.Json.Nodes;
using PairingBot.Playground.Company;
using PairingBot.Playground.SlackApi;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.Pages;

/// <summary>All that one person sees: people, conversations, the open conversation, the Home tab and open modals.</summary>
internal sealed class Desk(SlackWorkspace workspace, PlaygroundClock clock, PlaygroundOptions options)
{
    public JsonObject See(Person me, string? open)
    {
        lock (workspace.Gate)
        {
            var places = PlacesOf(me.Id).ToList();
            return new JsonObject
            {
                ["now"] = clock.GetUtcNow().ToString("O"),
                ["team"] = workspace.Team.Name,
                ["command"] = options.Command,
                ["me"] = me.Id,
                ["bot"] = new JsonObject { ["id"] = workspace.Bot.UserId, ["name"] = workspace.Bot.Name, ["dm"] = SlackWorkspace.DirectId(me.Id) },
                ["people"] = new JsonArray([.. workspace.People.Select(Brief)]),
                ["conversations"] = new JsonArray([.. places.Select(place => Brief(place, me.Id))]),
                ["other_channels"] = new JsonArray([.. workspace.Conversations.Where(place => place is { Kind: ConversationKind.Channel, IsArchived: false } && !place.Members.Contains(me.Id)).Select(place => Brief(place, me.Id))]),
                ["messages"] = Messages(workspace.Find(open), me.Id),
                ["home"] = workspace.Views.Homes.GetValueOrDefault(me.Id) is { } home ? ViewJson.Of(home, workspace) : null,
                ["views"] = new JsonArray([.. workspace.Views.Of(me.Id).Select(view => ViewJson.Of(view, workspace))]),
            };
        }
    }

    private IEnumerable<Conversation> PlacesOf(string person) => workspace.Conversations.Where(place => place.Members.Contains(person));

    private JsonObject Brief(Person person) => new JsonObject
    {
        ["id"] = person.Id,
        ["name"] = person.Name,
        ["real_name"] = person.RealName,
        ["title"] = person.Title,
        ["tz"] = person.Tz.Length > 0 ? person.Tz : "UTC",
        ["can_sign_in"] = person.CanSignIn,
        ["is_bot"] = !person.IsHuman,
        ["is_guest"] = person.IsRestricted || person.IsUltraRestricted,
        ["is_admin"] = person.IsPrimaryOwner,
        ["deleted"] = person.Deleted,
        ["unread"] = person.CanSignIn ? PlacesOf(person.Id).Sum(place => workspace.Waiting(person.Id, place)) : 0,
        ["unread_in"] = person.CanSignIn ? NewsOf(person.Id) : null,
    };

    /// <summary>Where the newest unread message stands, so that a visitor who changes seats lands on the news.</summary>
    private string? NewsOf(string person) => PlacesOf(person)
        .Where(place => workspace.Waiting(person, place) > 0)
        .MaxBy(place => place.Messages[^1].Ts, StringComparer.Ordinal)?.Id;

    private JsonObject Brief(Conversation place, string me) => new JsonObject
    {
        ["id"] = place.Id,
        ["kind"] = place.Kind.ToString().ToLowerInvariant(),
        ["name"] = place.Name,
        ["topic"] = place.Topic,
        ["members"] = new JsonArray([.. place.Members.Select(id => (JsonNode)id)]),
        ["unread"] = workspace.Unread(me, place),
    };

    private JsonArray Messages(Conversation? place, string me)
    {
        if (place is null || !place.Members.Contains(me)) return [];
        return new JsonArray([.. place.Messages.Where(message => message.IsVisibleTo(me)).Select(Shown)]);
    }

    private JsonObject Shown(Message message)
    {
        var json = message.ToJson(workspace.Team.Id);
        json["is_ephemeral"] = message.EphemeralFor is not null;
        return json;
    }
}
