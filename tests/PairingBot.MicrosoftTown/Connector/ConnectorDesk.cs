using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Connector;

/// <summary>Opens conversations and takes in what the bot writes, and refuses what the real one refuses.</summary>
internal sealed class ConnectorDesk(Town town)
{
    private const int MostBytes = 100 * 1024;

    private readonly Rates rates = new();

    public Answer Open(Place at, string text)
    {
        if (Teller.Read(text) is not { } body) return BadSyntax;
        if (Text(body["channelData"]?["channel"]?["id"]) is { } channel) return OpenThread(at, channel, body["activity"] as JsonObject);
        if (body["isGroup"]?.GetValueKind() == System.Text.Json.JsonValueKind.True) return Answer.Refuse(400, "BadArgument", "A new group chat can't be created.");
        if (body["members"] is not JsonArray { Count: 1 } members) return Answer.Refuse(400, "BadArgument", "Exactly one member is expected.");
        var member = Text(members[0]?["id"]);
        if (member?.Contains('@', StringComparison.Ordinal) == true || town.Find(member) is not { } person) return Answer.Refuse(400, "BadArgument", "Failed to decrypt pairwise id");
        if ((Text(body["channelData"]?["tenant"]?["id"]) ?? Text(body["tenantId"])) != town.Tenant) return Answer.Refuse(400, "BadArgument", "The tenant is missing or unknown.");
        if (Refuse(at, person) is { } refusal) return refusal;
        return Limit(person.Id) ?? new Answer(201, new JsonObject { ["id"] = town.Personal(person).Id });
    }

    public Answer Post(Place at, string text)
    {
        var (conversation, refusal) = Enter(at, text);
        if (refusal is not null) return refusal;
        if (Teller.Read(text) is not { } body) return BadSyntax;
        if (Text(body["type"]) is not { } type) return Answer.Refuse(400, "BadArgument", "Missing required property 'type'.");
        if (type == "typing") return new Answer(202);
        var reader = at.IsTargeted ? town.Find(Text(body["recipient"]?["id"])) : null;
        if (at.IsTargeted && (conversation!.IsPersonal || reader is null || !conversation.Members.Contains(reader)))
            return Answer.Refuse(400, "BadRequest", "A targeted message needs a recipient in the group.");
        var posted = new Posted(town.NextId(), "bot", reader?.AadId) { Body = body };
        conversation!.Activities.Add(posted);
        return new Answer(201, new JsonObject { ["id"] = posted.Id });
    }

    public Answer Update(Place at, string text)
    {
        var (conversation, refusal) = Enter(at, text);
        if (refusal is not null) return refusal;
        if (Teller.Read(text) is not { } body) return BadSyntax;
        if (at.IsTargeted && body["recipient"] is not null) return Answer.Refuse(400, "BadRequest", "The recipient of a targeted message can't be changed.");
        if (Mine(conversation!, at.Activity) is not { } posted) return NoActivity;
        posted.Body = body;
        posted.Edits++;
        posted.Own.Clear();
        return new Answer(200, new JsonObject { ["id"] = posted.Id });
    }

    public Answer Delete(Place at)
    {
        var (conversation, refusal) = Enter(at, "");
        if (refusal is not null) return refusal;
        if (Mine(conversation!, at.Activity) is not { } posted) return NoActivity;
        posted.IsDeleted = true;
        return new Answer(200);
    }

    private static Answer BadSyntax => Answer.Refuse(400, "BadSyntax", "Invalid JSON in the payload.");

    private static Answer NoActivity => Answer.Refuse(404, "ActivityNotFoundInConversation", "The activity isn't in the conversation.");

    private Answer OpenThread(Place at, string channel, JsonObject? first)
    {
        if (first is null) return Answer.Refuse(400, "BadArgument", "The first activity is missing.");
        var posted = Post(at with { Conversation = channel, IsTargeted = false }, first.ToJsonString());
        return posted.Status != 201 ? posted : new Answer(201, new JsonObject { ["id"] = $"{channel};messageid={posted.Body!["id"]}", ["activityId"] = posted.Body["id"]!.DeepClone() });
    }

    private (Conversation? Conversation, Answer? Refusal) Enter(Place at, string body)
    {
        if (!town.Conversations.TryGetValue(at.Conversation.Split(';')[0], out var conversation)) return (null, Answer.Refuse(404, "ConversationNotFound", "Conversation not found."));
        var refusal = conversation.IsPersonal ? Refuse(at, conversation.Members[0]) : conversation.HasBot ? null : NotInRoster;
        refusal ??= body.Length * 2 > MostBytes ? Answer.Refuse(413, "MessageSizeTooBig", "Message size too large.") : null;
        return (conversation, refusal ?? Limit(conversation.Id));
    }

    private static Answer NotInRoster => Answer.Refuse(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

    /// <summary>A conversation is served in the region of its person, and by the address for all regions; elsewhere it is forbidden without a word that helps.</summary>
    private static Answer? Refuse(Place at, Townsman person)
    {
        if (at.Region != "teams" && at.Region != person.Region) return Answer.Refuse(403, "Forbidden", "The request is forbidden in this region.");
        if (!person.HasApp) return NotInRoster;
        return person.Blocks ? new Answer(403, new JsonObject { ["errorCode"] = 209, ["message"] = "{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread is blocked for message writes.\"\r\n}" }) : null;
    }

    private Answer? Limit(string conversation) => town.HoldsRates && rates.Refuse(conversation) is { } seconds
        ? Answer.Refuse(429, "Throttled", "Too many requests.") with { RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture) }
        : null;

    private static Posted? Mine(Conversation conversation, string activity) => conversation.Activities.Find(posted => posted.Id == activity && posted.From == "bot" && !posted.IsDeleted);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
