using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Control;

/// <summary>What is told of the town to whoever asks.</summary>
internal static class View
{
    public static JsonObject Of(Townsman person) => new()
    {
        ["aadId"] = person.AadId, ["id"] = person.Id, ["name"] = person.Name, ["upn"] = person.Upn, ["region"] = person.Region, ["installed"] = person.HasApp, ["blocks"] = person.Blocks,
        ["dialog"] = person.Dialog?.Card.DeepClone(),
    };

    public static JsonObject Of(Conversation conversation) => new()
    {
        ["id"] = conversation.Id, ["type"] = conversation.Type, ["topic"] = conversation.Topic, ["hasBot"] = conversation.HasBot,
        ["members"] = new JsonArray([.. conversation.Members.Select(member => JsonValue.Create(member.AadId))]),
        ["activities"] = new JsonArray([.. conversation.Activities.Select(posted => Of(posted, null))]),
    };

    /// <summary>For one person: with the card that stands there for them.</summary>
    public static JsonObject Of(Posted posted, Townsman? reader)
    {
        var view = new JsonObject
        {
            ["id"] = posted.Id, ["from"] = posted.From, ["reader"] = posted.Reader, ["edits"] = posted.Edits, ["deleted"] = posted.IsDeleted, ["body"] = posted.Body.DeepClone(),
        };
        if (reader is not null && posted.Own.TryGetValue(reader.AadId, out var own)) view["card"] = own.DeepClone();
        return view;
    }

    /// <summary>What the bot answered, inside an answer that is always 200: the test asked the town, not the bot.</summary>
    public static JsonObject Of(Answer answer) => new() { ["status"] = answer.Status, ["body"] = answer.Body?.DeepClone() };
}
