using System.Text.Json.Nodes;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.SlackApi;

internal sealed class ChatMethods(SlackWorkspace workspace, Posting posting)
{
    public IEnumerable<ApiMethod> All =>
    [
        ApiMethod.Writes("chat.postMessage", Post),
        ApiMethod.Writes("chat.postEphemeral", PostEphemeral),
        ApiMethod.Writes("chat.update", Update),
        ApiMethod.Writes("chat.delete", Delete),
        ApiMethod.Writes("reactions.add", React),
    ];

    private ApiAnswer Post(ApiCall call)
    {
        var (place, noPlace) = PlaceToPost(call.Text("channel"));
        if (place is null) return noPlace!;
        var (content, no) = MessageContent.Read(call);
        if (content is null) return no!;
        var message = posting.FromBot(place, content, threadTs: call.Text("thread_ts"), metadata: call.Nested("metadata").Node);
        return ApiAnswer.Ok(new JsonObject { ["channel"] = place.Id, ["ts"] = message.Ts, ["message"] = message.ToJson(workspace.Team.Id) });
    }

    private ApiAnswer PostEphemeral(ApiCall call)
    {
        var place = workspace.Find(call.Text("channel"));
        if (place is null) return ApiAnswer.No("channel_not_found");
        if (!place.Members.Contains(workspace.Bot.UserId)) return ApiAnswer.No("not_in_channel");
        if (call.Text("user") is not { } user || !place.Members.Contains(user)) return ApiAnswer.No("user_not_in_channel");
        var (content, no) = MessageContent.Read(call);
        if (content is null) return no!;
        return ApiAnswer.Ok(new JsonObject { ["message_ts"] = posting.FromBot(place, content, onlyFor: user).Ts });
    }

    private ApiAnswer Update(ApiCall call)
    {
        var (place, message, no) = OwnMessage(call, "ts", "cant_update_message");
        if (message is null) return no!;
        var (content, noContent) = MessageContent.Read(call);
        if (content is null) return noContent!;
        posting.Edit(message, content);
        return ApiAnswer.Ok(new JsonObject
        {
            ["channel"] = place!.Id,
            ["ts"] = message.Ts,
            ["text"] = message.Text,
            ["message"] = message.ToJson(workspace.Team.Id),
        });
    }

    private ApiAnswer Delete(ApiCall call)
    {
        var (place, message, no) = OwnMessage(call, "ts", "cant_delete_message");
        if (message is null) return no!;
        place!.Messages.Remove(message);
        return ApiAnswer.Ok(new JsonObject { ["channel"] = place.Id, ["ts"] = message.Ts });
    }

    private ApiAnswer React(ApiCall call)
    {
        if (call.Text("name") is not { } name || name.Contains(':', StringComparison.Ordinal)) return ApiAnswer.No("invalid_name");
        if (workspace.Find(call.Text("channel")) is not { } place) return ApiAnswer.No("channel_not_found");
        if (place.Find(call.Text("timestamp")) is not { EphemeralFor: null } message) return ApiAnswer.No("message_not_found");
        var reaction = new Reaction(name, workspace.Bot.UserId);
        if (message.Reactions.Contains(reaction)) return ApiAnswer.No("already_reacted");
        message.Reactions.Add(reaction);
        return ApiAnswer.Ok();
    }

    /// <summary>A person's id stands for the DM with that person, and opens it.</summary>
    private (Conversation? Place, ApiAnswer? No) PlaceToPost(string? channel)
    {
        if (workspace.FindPerson(channel) is { } person)
        {
            if (person.Deleted) return (null, ApiAnswer.No("user_disabled"));
            return person.IsHuman ? (workspace.Open([person.Id]).Conversation, null) : (null, ApiAnswer.No("cannot_dm_bot"));
        }
        if (workspace.Find(channel) is not { } place) return (null, ApiAnswer.No("channel_not_found"));
        if (place.IsArchived) return (null, ApiAnswer.No("is_archived"));
        return place.Members.Contains(workspace.Bot.UserId) ? (place, null) : (null, ApiAnswer.No("not_in_channel"));
    }

    private (Conversation? Place, Message? Message, ApiAnswer? No) OwnMessage(ApiCall call, string field, string notOwn)
    {
        if (workspace.Find(call.Text("channel")) is not { } place) return (null, null, ApiAnswer.No("channel_not_found"));
        if (place.Find(call.Text(field)) is not { EphemeralFor: null } message) return (null, null, ApiAnswer.No("message_not_found"));
        return message.User == workspace.Bot.UserId ? (place, message, null) : (null, null, ApiAnswer.No(notOwn));
    }
}
