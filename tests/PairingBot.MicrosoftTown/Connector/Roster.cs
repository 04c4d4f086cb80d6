using System.Globalization;
using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Connector;

/// <summary>Who is in a conversation, and what a team is called.</summary>
internal sealed class Roster(Town town)
{
    public Answer Everybody(Place at) => Of(at, conversation => new JsonArray([.. conversation.Members.Select(Member)]));

    public Answer Page(Place at) => Of(at, conversation =>
    {
        var size = Math.Clamp(Number(at.Query["pageSize"], 200), 50, 500);
        var from = Number(at.Query["continuationToken"], 0);
        var page = new JsonObject { ["members"] = new JsonArray([.. conversation.Members.Skip(from).Take(size).Select(Member)]) };
        if (from + size < conversation.Members.Count) page["continuationToken"] = (from + size).ToString(CultureInfo.InvariantCulture);
        return page;
    });

    public Answer One(Place at)
    {
        var person = town.Find(at.Member);
        var answer = Of(at, conversation => person is not null && conversation.Members.Contains(person) ? Member(person) : new JsonObject());
        return answer is { Status: 200, Body: JsonObject { Count: 0 } } ? Answer.Refuse(404, "MemberNotFoundInConversation", "The member isn't in the conversation.") : answer;
    }

    public Answer Team(Place at) => Of(at, team => new JsonObject { ["id"] = team.Id, ["name"] = team.Topic, ["memberCount"] = team.Members.Count, ["tenantId"] = town.Tenant });

    public Answer Channels(Place at) => Of(at, team => new JsonObject { ["conversations"] = new JsonArray([.. town.ChannelsOf(team).Select(channel => new JsonObject { ["id"] = channel.Id, ["name"] = channel.Team is null ? null : channel.Topic, ["type"] = "standard" })]) });

    private Answer Of(Place at, Func<Conversation, JsonNode> tell)
    {
        if (!town.Conversations.TryGetValue(at.Conversation.Split(';')[0], out var conversation)) return Answer.Refuse(404, "ConversationNotFound", "Conversation not found.");
        var has = conversation.IsPersonal ? conversation.Members[0].HasApp : conversation.HasBot;
        return has ? new Answer(200, tell(conversation)) : Answer.Refuse(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");
    }

    private JsonNode Member(Townsman person) => new JsonObject
    {
        ["id"] = person.Id, ["name"] = person.Name, ["aadObjectId"] = person.AadId, ["objectId"] = person.AadId, ["userPrincipalName"] = person.Upn, ["email"] = person.Upn,
        ["givenName"] = person.Name.Split(' ')[0], ["surname"] = person.Name.Split(' ')[^1], ["tenantId"] = town.Tenant, ["userRole"] = "user",
    };

    private static int Number(string? text, int otherwise) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
