using System.Text.Json.Nodes;

namespace PairingBot.Playground.Workspace;

/// <summary>One message. An ephemeral one is seen by a single person and cannot be changed through chat.update.</summary>
public sealed class Message
{
    public required string Ts { get; init; }
    public required string User { get; init; }
    public string? BotId { get; init; }
    public string? AppId { get; init; }
    public string? ThreadTs { get; init; }
    public string? EphemeralFor { get; init; }
    public required string Text { get; set; }
    public JsonArray? Blocks { get; set; }
    public JsonNode? Metadata { get; set; }
    public string? EditedTs { get; set; }
    public List<Reaction> Reactions { get; } = [];

    public bool IsVisibleTo(string person) => EphemeralFor is null || EphemeralFor == person;

    public JsonObject ToJson(string teamId)
    {
        var json = new JsonObject { ["type"] = "message", ["user"] = User, ["ts"] = Ts, ["team"] = teamId, ["text"] = Text };
        if (BotId is not null) json["bot_id"] = BotId;
        if (AppId is not null) json["app_id"] = AppId;
        if (ThreadTs is not null) json["thread_ts"] = ThreadTs;
        if (Blocks is not null) json["blocks"] = Blocks.DeepClone();
        if (Metadata is not null) json["metadata"] = Metadata.DeepClone();
        if (EditedTs is not null) json["edited"] = new JsonObject { ["user"] = User, ["ts"] = EditedTs };
        if (Reactions.Count > 0) json["reactions"] = new JsonArray([.. Reactions.Select(reaction => reaction.ToJson())]);
        return json;
    }
}

public sealed record Reaction(string Name, string User)
{
    public JsonNode ToJson() => new JsonObject { ["name"] = Name, ["users"] = new JsonArray(User), ["count"] = 1 };
}
