using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Connector;

/// <summary>The Bot Connector's calls that we make, one request each, never repeated here: how each ended is for the caller to judge.</summary>
internal sealed class ConnectorClient(ConnectorWire wire, ConnectorPace pace, ILogger<ConnectorClient> log)
{
    private const string Opening = "open", Posting = "post", Updating = "update", Looking = "look-up";

    /// <summary>Posts into a conversation; <see cref="Delivered.Id"/> is the activity's id.</summary>
    public async Task<DeliveryResult> PostAsync(string serviceAddress, string conversation, JsonObject activity, CancellationToken cancel) =>
        (await TryPostAsync(serviceAddress, conversation, activity, cancel)).Posted();

    /// <summary>Replaces an activity of ours; may be repeated.</summary>
    public async Task<DeliveryResult> UpdateAsync(string serviceAddress, string conversation, string activityId, JsonObject activity, CancellationToken cancel) =>
        (await TryUpdateAsync(serviceAddress, conversation, activityId, activity, cancel)).Updated(activityId);

    /// <summary>As <see cref="PostAsync"/>, with the fault as the connector told it.</summary>
    public Task<ConnectorAnswer> TryPostAsync(string serviceAddress, string conversation, JsonObject activity, CancellationToken cancel) =>
        CallAsync(Posting, conversation, new ConnectorCall(HttpMethod.Post, serviceAddress, $"{Conversation(conversation)}/activities", activity, MayRepeat: false), cancel);

    /// <summary>As <see cref="UpdateAsync"/>, with the fault as the connector told it.</summary>
    public Task<ConnectorAnswer> TryUpdateAsync(string serviceAddress, string conversation, string activityId, JsonObject activity, CancellationToken cancel) =>
        CallAsync(Updating, conversation, new ConnectorCall(HttpMethod.Put, serviceAddress, $"{Conversation(conversation)}/activities/{Uri.EscapeDataString(activityId)}", activity, MayRepeat: true), cancel);

    /// <summary>Posts for the eyes of one person in a conversation of several.</summary>
    /// <param name="reader">The platform's own id of that person (29:…).</param>
    public async Task<DeliveryResult> PostToOneAsync(string serviceAddress, string conversation, string reader, JsonObject activity, CancellationToken cancel)
    {
        var addressed = (JsonObject)activity.DeepClone();
        addressed["recipient"] = new JsonObject { ["id"] = reader };
        var call = new ConnectorCall(HttpMethod.Post, serviceAddress, $"{Conversation(conversation)}/activities?isTargetedActivity=true", addressed, MayRepeat: false);
        return (await CallAsync(Posting, conversation, call, cancel)).Posted();
    }

    /// <summary>Opens the conversation with one person alone, by their id in the company's directory; the same person always has the same one.</summary>
    public Task<ConnectorAnswer> OpenAsync(string serviceAddress, string bot, string tenant, string person, CancellationToken cancel)
    {
        var body = new JsonObject
        {
            ["bot"] = new JsonObject { ["id"] = bot },
            ["members"] = new JsonArray(new JsonObject { ["id"] = person }),
            ["isGroup"] = false,
            ["tenantId"] = tenant,
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
        };
        return CallAsync(Opening, "person:" + person, new ConnectorCall(HttpMethod.Post, serviceAddress, "v3/conversations", body, MayRepeat: true), cancel);
    }

    /// <summary>What the platform says of one member of a conversation.</summary>
    public Task<ConnectorAnswer> MemberAsync(string serviceAddress, string conversation, string person, CancellationToken cancel) =>
        CallAsync(Looking, conversation, new ConnectorCall(HttpMethod.Get, serviceAddress, $"{Conversation(conversation)}/members/{Uri.EscapeDataString(person)}", null, MayRepeat: true), cancel);

    /// <summary>Begins a thread in a channel.</summary>
    public Task<ConnectorAnswer> TryPostToChannelAsync(string serviceAddress, string bot, string tenant, string channel, JsonObject activity, CancellationToken cancel)
    {
        var body = new JsonObject
        {
            ["bot"] = new JsonObject { ["id"] = bot },
            ["isGroup"] = true,
            ["tenantId"] = tenant,
            ["activity"] = activity,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channel }, ["tenant"] = new JsonObject { ["id"] = tenant } },
        };
        return CallAsync(Posting, channel, new ConnectorCall(HttpMethod.Post, serviceAddress, "v3/conversations", body, MayRepeat: false), cancel);
    }

    /// <summary>What a team is called.</summary>
    public Task<ConnectorAnswer> TeamAsync(string serviceAddress, string team, CancellationToken cancel) =>
        CallAsync(Looking, team, new ConnectorCall(HttpMethod.Get, serviceAddress, Team(team), null, MayRepeat: true), cancel);

    /// <summary>Which channels a team has.</summary>
    public Task<ConnectorAnswer> ChannelsAsync(string serviceAddress, string team, CancellationToken cancel) =>
        CallAsync(Looking, team, new ConnectorCall(HttpMethod.Get, serviceAddress, Team(team) + "/conversations", null, MayRepeat: true), cancel);

    /// <summary>Null when the app's own credentials hold.</summary>
    public Task<ConnectorFault?> CheckAsync(CancellationToken cancel) => wire.CheckAsync(cancel);

    private async Task<ConnectorAnswer> CallAsync(string kind, string conversation, ConnectorCall call, CancellationToken cancel)
    {
        if (pace.Enter(conversation) is { } wait)
        {
            log.CallPaced(kind, wait);
            return new ConnectorFault(ConnectorErrorClass.Rate, "paced", wait);
        }

        var answer = await wire.CallAsync(call, cancel);
        if (answer.Fault is not { } fault)
        {
            pace.Open(conversation);
            return answer;
        }

        if (fault.Class == ConnectorErrorClass.Ours) log.CallRefused(kind, fault.Error);
        else log.CallFailed(kind, fault.Class, fault.Error);
        return fault.Class == ConnectorErrorClass.Rate ? fault with { Wait = pace.Close(conversation, fault.Wait) } : answer;
    }

    private static string Team(string id) => "v3/teams/" + Uri.EscapeDataString(id);

    private static string Conversation(string id) => "v3/conversations/" + Uri.EscapeDataString(id);
}
