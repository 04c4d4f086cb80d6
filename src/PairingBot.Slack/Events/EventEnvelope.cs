using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Interactions;

namespace PairingBot.Slack.Events;

/// <summary>What Slack wraps around an event. The event stays unread until its type says how to read it.</summary>
internal sealed record EventEnvelope(
    string? Type,
    string? TeamId,
    string? EnterpriseId,
    string? EventId,
    string? Challenge,
    JsonElement? Event,
    JsonElement? EventTime,
    IReadOnlyList<EventAuthorization?>? Authorizations)
{
    /// <summary>The workspace, or the organization of an organization-wide installation.</summary>
    public string? Home => string.IsNullOrEmpty(TeamId) ? EnterpriseId : TeamId;

    public InstallationKey? Installation => SlackHome.Of(TeamId, EnterpriseId);

    /// <summary>The one installation that the event itself speaks of: news of its removal must not hit the organization's, or another workspace's.</summary>
    public InstallationKey? Exactly => IsOrgWide ? SlackHome.Of(null, EnterpriseId) : SlackHome.Of(TeamId, null) ?? SlackHome.Of(null, EnterpriseId);

    /// <summary>By Slack's clock, in whole seconds.</summary>
    public DateTimeOffset? HappenedAt => long.TryParse(EventTime is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : JsonText.Of(EventTime), NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time is > 0 and < 100_000_000_000
        ? DateTimeOffset.FromUnixTimeSeconds(time)
        : null;

    public bool IsOrgWide => Authorizations is [{ IsEnterpriseInstall: true }, ..];

    public string? EventType => Event is { ValueKind: JsonValueKind.Object } inner && inner.TryGetProperty("type", out var type) ? JsonText.Of(type) : null;
}

/// <summary>The installation that an event is for; Slack names one.</summary>
internal sealed record EventAuthorization
{
    [JsonConverter(typeof(LenientBool))]
    public bool IsEnterpriseInstall { get; init; }
}

internal sealed record HomeVisit(string? User, string? Tab);

internal sealed record WrittenMessage(string? User, string? BotId, string? Subtype, string? ChannelType, string? Text, string? Team, string? UserTeam);

internal sealed record ChangedUser(SlackUser? User);

internal sealed record ChannelVisit(string? User, string? Channel, string? EventTs);

internal sealed record ChannelChange(string? Channel, string? OldChannelId, string? NewChannelId);

internal sealed record RevokedTokens(TokenLists? Tokens);

internal sealed record TokenLists(IReadOnlyList<string>? Oauth, IReadOnlyList<string>? Bot);
