using System.Text.Json.Nodes;

namespace PairingBot.Playground.Workspace;

public enum ConversationKind { Channel, Direct, Group }

/// <summary>A channel, a DM or a group DM with its members and all that was said there.</summary>
public sealed class Conversation
{
    public required string Id { get; init; }
    public required ConversationKind Kind { get; init; }
    public required string Name { get; init; }
    public string Topic { get; init; } = "";
    public bool IsArchived { get; set; }
    public required List<string> Members { get; init; }
    public List<Message> Messages { get; } = [];
    public long Created { get; init; } = 1700000000;

    public Message? Find(string? ts) => Messages.Find(message => message.Ts == ts);

    /// <summary>The word that interaction payloads use instead of a name for conversations that have none.</summary>
    public string PayloadName => Kind == ConversationKind.Direct ? "directmessage" : Name;

    public JsonObject ToJson(string botUser, bool withCount = false)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["created"] = Created,
            ["is_archived"] = IsArchived,
            ["is_im"] = Kind == ConversationKind.Direct,
            ["is_mpim"] = Kind == ConversationKind.Group,
            ["is_channel"] = Kind == ConversationKind.Channel,
            ["is_group"] = false,
            ["is_private"] = Kind != ConversationKind.Channel,
            ["is_shared"] = false,
            ["is_ext_shared"] = false,
            ["is_org_shared"] = false,
        };
        if (Kind == ConversationKind.Direct)
        {
            json["user"] = Members.Find(member => member != botUser) ?? botUser;
            return json;
        }
        json["name"] = Name;
        json["name_normalized"] = Name;
        json["is_member"] = Members.Contains(botUser);
        json["is_general"] = Name == "general";
        json["topic"] = new JsonObject { ["value"] = Topic, ["creator"] = "", ["last_set"] = 0 };
        json["purpose"] = new JsonObject { ["value"] = Topic, ["creator"] = "", ["last_set"] = 0 };
        if (withCount) json["num_members"] = Members.Count;
        return json;
    }
}
