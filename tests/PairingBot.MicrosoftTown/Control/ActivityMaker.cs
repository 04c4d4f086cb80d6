using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Control;

/// <summary>Activities as Teams builds them.</summary>
internal static class ActivityMaker
{
    public static JsonObject Of(Town town, Townsman person, Conversation conversation, string type)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = town.NextId(),
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("o"),
            ["serviceUrl"] = town.ServiceUrl(person.Region),
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name, ["aadObjectId"] = person.AadId },
            ["conversation"] = Place(town, conversation),
            ["recipient"] = new JsonObject { ["id"] = town.BotId, ["name"] = "PairingBot" },
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-GB", ["country"] = "GB", ["platform"] = "Web", ["timezone"] = "Europe/London" }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = town.Tenant } },
            ["locale"] = "en-GB",
            ["localTimezone"] = "Europe/London",
        };
        if (conversation.Type == "channel") AddTeam(activity, conversation);
        return activity;
    }

    public static JsonObject Message(Town town, Townsman person, Conversation conversation, string text, bool isTargeted)
    {
        var activity = Of(town, person, conversation, "message");
        var mentions = !conversation.IsPersonal && !isTargeted;
        activity["text"] = mentions ? $"<at>PairingBot</at> {text}\r\n" : text;
        activity["textFormat"] = "plain";
        if (isTargeted) activity["recipient"]!["isTargeted"] = true;
        if (mentions)
            activity["entities"]!.AsArray().Add(new JsonObject { ["type"] = "mention", ["text"] = "<at>PairingBot</at>", ["mentioned"] = new JsonObject { ["id"] = town.BotId, ["name"] = "PairingBot" } });
        return activity;
    }

    public static JsonObject Invoke(Town town, Townsman person, Conversation conversation, string name, JsonObject value, string? replyTo)
    {
        var activity = Of(town, person, conversation, "invoke");
        activity["name"] = name;
        activity["value"] = value;
        if (replyTo is not null) activity["replyToId"] = replyTo;
        return activity;
    }

    /// <summary>What comes when somebody adds the app or takes it away: both kinds, in this order.</summary>
    public static IReadOnlyList<JsonObject> Installation(Town town, Townsman person, Conversation conversation, bool isAdded)
    {
        var update = Of(town, person, conversation, "conversationUpdate");
        update[isAdded ? "membersAdded" : "membersRemoved"] = new JsonArray(new JsonObject { ["id"] = town.BotId });
        var installation = Of(town, person, conversation, "installationUpdate");
        installation["action"] = isAdded ? "add" : "remove";
        return [installation, update];
    }

    private static JsonObject Place(Town town, Conversation conversation)
    {
        var place = new JsonObject { ["id"] = conversation.Id, ["conversationType"] = conversation.Type, ["tenantId"] = town.Tenant };
        if (!conversation.IsPersonal) place["isGroup"] = true;
        return place;
    }

    private static void AddTeam(JsonObject activity, Conversation conversation)
    {
        activity["channelData"]!["team"] = new JsonObject { ["id"] = conversation.Team ?? conversation.Id, ["name"] = conversation.Team is null ? conversation.Topic : null };
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = conversation.Id };
    }
}
