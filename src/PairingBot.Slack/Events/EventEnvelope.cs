using System.Text.Json;
using PairingBot.Slack.Api;

namespace PairingBot.Slack.Events;

/// <summary>What Slack wraps around an event. The event stays unread until its type says how to read it.</summary>
internal sealed record EventEnvelope(
    string? Type,
    string? TeamId,
    string? EnterpriseId,
    string? EventId,
    string? Challenge,
    JsonElement? Event)
{
    /// <summary>The workspace, or the organization of an organization-wide installation.</summary>
    public string? Home => string.IsNullOrEmpty(TeamId) ? EnterpriseId : TeamId;

    public string? EventType =>
        Event is { ValueKind: JsonValueKind.Object } inner && inner.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;
}

internal sealed record HomeVisit(string? User, string? Tab);

internal sealed record WrittenMessage(string? User, string? BotId, string? Subtype, string? ChannelType, string? Text, string? Team, string? UserTeam);

internal sealed record ChangedUser(SlackUser? User);

internal sealed record RevokedTokens(TokenLists? Tokens);

internal sealed record TokenLists(IReadOnlyList<string>? Oauth, IReadOnlyList<string>? Bot);
