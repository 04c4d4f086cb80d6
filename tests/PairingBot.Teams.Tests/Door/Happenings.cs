using System.Text.Json.Nodes;

namespace PairingBot.Teams.Tests.Door;

/// <summary>Activities, as short as they may be.</summary>
internal static class Happenings
{
    public const string Ann = "a1d0c0de-0000-4000-8000-00000000000a", AnnsChat = "a:1annschat", Card = "1700000000123";

    public static JsonObject Activity(string serviceAddress, string type) => new()
    {
        ["type"] = type,
        ["id"] = "f:1",
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceAddress,
        ["from"] = new JsonObject { ["id"] = "29:ann", ["aadObjectId"] = Ann },
        ["recipient"] = new JsonObject { ["id"] = "28:" + Signer.AppId },
        ["conversation"] = new JsonObject { ["id"] = AnnsChat, ["conversationType"] = "personal", ["tenantId"] = DoorHost.Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = DoorHost.Tenant } },
    };

    public static JsonObject Words(string serviceAddress, string text)
    {
        var activity = Activity(serviceAddress, "message");
        activity["text"] = text;
        return activity;
    }

    public static JsonObject CardMessage(string serviceAddress, JsonNode value)
    {
        var activity = Activity(serviceAddress, "message");
        activity["value"] = value;
        activity["replyToId"] = Card;
        return activity;
    }

    public static JsonObject Invoke(string serviceAddress, string name, JsonNode value)
    {
        var activity = Activity(serviceAddress, "invoke");
        activity["name"] = name;
        activity["value"] = value;
        activity["replyToId"] = Card;
        return activity;
    }

    /// <summary>The same in a chat of several.</summary>
    public static JsonObject InGroup(this JsonObject activity)
    {
        activity["conversation"] = new JsonObject { ["id"] = "19:pair@thread.v2", ["conversationType"] = "groupChat", ["isGroup"] = true, ["tenantId"] = DoorHost.Tenant };
        return activity;
    }

    public static JsonObject With(this JsonObject parent, string name, JsonNode? value)
    {
        parent[name] = value;
        return parent;
    }

    public static JsonObject Without(this JsonObject parent, string name)
    {
        parent.Remove(name);
        return parent;
    }
}
