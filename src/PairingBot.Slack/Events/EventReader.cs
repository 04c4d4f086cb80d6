using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;

namespace PairingBot.Slack.Events;

/// <summary>From a stored event to what somebody did; null when it means nothing to us.</summary>
internal static class EventReader
{
    /// <summary>Null for what is no event of Slack's at all.</summary>
    public static EventEnvelope? Envelope(ReadOnlySpan<byte> body) => Parse(body, SlackJson.Default.EventEnvelope);

    /// <param name="envelope">The event.</param>
    /// <param name="fields">How the company's own profile fields are to be read; null where it only matters whether the event means anything.</param>
    public static ChatRequest? Read(EventEnvelope envelope, SlackFields? fields = null)
    {
        if (envelope.Home is not { Length: > 0 } home || envelope.Event is not { } inner || Meaning(envelope, inner, home, fields) is not var (sender, intent)) return null;
        return (intent is AppRemoved ? envelope.Exactly : envelope.Installation) is { } installation ? new ChatRequest(installation, sender, intent, ChatPlace.Event) : null;
    }

    private static (ChatSender Sender, Intent Intent)? Meaning(EventEnvelope envelope, JsonElement inner, string home, SlackFields? fields) => envelope.EventType switch
    {
        "app_home_opened" => Visit(inner),
        "message" => Message(envelope, inner),
        "user_change" or "user_profile_changed" or "team_join" => Change(envelope, inner, home, fields),
        "member_joined_channel" or "member_left_channel" => Visit(envelope.EventType, inner),
        "channel_id_changed" or "channel_archive" or "group_archive" => ChannelNews(inner),
        "app_uninstalled" => (new ChatSender(""), new AppRemoved(envelope.HappenedAt)),
        "tokens_revoked" => Revocation(envelope, inner),
        _ => null,
    };

    private static (ChatSender, Intent)? Visit(JsonElement inner) =>
        Parse(inner, SlackJson.Default.HomeVisit) is { Tab: "home", User: { Length: > 0 } user } ? (new ChatSender(user), new HomeOpened()) : null;

    /// <summary>Our own messages come back as events too (bot_id), and edits and deletions have a subtype and another shape.</summary>
    private static (ChatSender, Intent)? Message(EventEnvelope envelope, JsonElement inner)
    {
        if (Parse(inner, SlackJson.Default.WrittenMessage) is not { ChannelType: "im", BotId: null, Subtype: null, User: { Length: > 0 } user } message) return null;
        var isStranger = Strangers.IsOne(message.UserTeam ?? message.Team, envelope.TeamId, envelope.EnterpriseId, envelope.IsOrgWide);
        return (new ChatSender(user, isStranger), new DirectMessage(TypedText.Read(message.Text)));
    }

    private static (ChatSender, Intent)? Change(EventEnvelope envelope, JsonElement inner, string home, SlackFields? fields)
    {
        if (SlackDirectory.Person(Parse(inner, SlackJson.Default.ChangedUser)?.User, home, envelope.EnterpriseId, fields) is not { } person) return null;
        return (new ChatSender(person.ExternalId, person.Standing == DirectoryStanding.Stranger), new PersonChanged(person));
    }

    /// <summary>Whoever comes or goes is taken as they are named: colleague, guest, bot or stranger, the directory knows. Without its moment the event can't be put in order.</summary>
    private static (ChatSender, Intent)? Visit(string type, JsonElement inner)
    {
        if (Parse(inner, SlackJson.Default.ChannelVisit) is not { User: { Length: > 0 } user, Channel: { Length: > 0 } channel } visit || SlackTime.Moment(visit.EventTs) is not { } at) return null;
        return (new ChatSender(user), type == "member_joined_channel" ? new ChannelJoined(channel, user, at) : new ChannelLeft(channel, user, at));
    }

    private static (ChatSender, Intent)? ChannelNews(JsonElement inner) => Parse(inner, SlackJson.Default.ChannelChange) switch
    {
        { OldChannelId: { Length: > 0 } old, NewChannelId: { Length: > 0 } now } => (new ChatSender(""), new ChannelMoved(old, now)),
        { Channel: { Length: > 0 } channel, OldChannelId: null } => (new ChatSender(""), new ChannelClosed(channel)),
        _ => null,
    };

    /// <summary>Tokens of people (which we never ask for) may be revoked without ours.</summary>
    private static (ChatSender, Intent)? Revocation(EventEnvelope envelope, JsonElement inner) =>
        Parse(inner, SlackJson.Default.RevokedTokens)?.Tokens is { Oauth.Count: > 0, Bot: null or { Count: 0 } } ? null : (new ChatSender(""), new AppRemoved(envelope.HappenedAt, TokensOnly: true));

    private static T? Parse<T>(JsonElement inner, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return inner.Deserialize(shape);
        }
        catch (JsonException)
        {
            return null; // of this name but of another shape: not for us
        }
    }

    private static T? Parse<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, shape);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
