using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Connector;

/// <summary>The Bot Connector's calls that we make, one request each, never repeated here: how each ended is for the caller to judge.</summary>
internal sealed class ConnectorClient
{
    /// <summary>Posts into a conversation; <see cref="Delivered.Id"/> is the activity's id.</summary>
    public Task<DeliveryResult> PostAsync(string serviceAddress, string conversation, JsonObject activity, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>Replaces an activity of ours; may be repeated.</summary>
    public Task<DeliveryResult> UpdateAsync(string serviceAddress, string conversation, string activityId, JsonObject activity, CancellationToken cancel) => throw new NotSupportedException();
}
