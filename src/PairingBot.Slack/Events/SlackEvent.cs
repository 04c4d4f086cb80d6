namespace PairingBot.Slack.Events;

/// <summary>
/// An event that we read: its type, its name in the manifest (null: not subscribed to by ours, read for those who choose it), and the scopes
/// that Slack asks for it.
/// </summary>
internal sealed record SlackEvent(string Type, string? Subscription, params string[] Scopes)
{
    public static SlackEvent HomeOpened { get; } = new("app_home_opened", "app_home_opened");

    public static SlackEvent Message { get; } = new("message", "message.im", "im:history");

    public static SlackEvent UserChange { get; } = new("user_change", "user_change", "users:read");

    /// <summary>The quieter sister of user_change, without deactivations: for a workspace that finds user_change too much.</summary>
    public static SlackEvent ProfileChanged { get; } = new("user_profile_changed", null, "users:read");

    public static SlackEvent TeamJoin { get; } = new("team_join", "team_join", "users:read");

    /// <summary>Fires for channels that the bot is in, and for the bot itself.</summary>
    public static SlackEvent ChannelJoined { get; } = new("member_joined_channel", "member_joined_channel", "channels:read", "groups:read");

    public static SlackEvent ChannelLeft { get; } = new("member_left_channel", "member_left_channel", "channels:read", "groups:read");

    /// <summary>A private channel that is shared gets another id, with everything in it.</summary>
    public static SlackEvent ChannelIdChanged { get; } = new("channel_id_changed", "channel_id_changed", "channels:read", "groups:read");

    public static SlackEvent ChannelArchived { get; } = new("channel_archive", "channel_archive", "channels:read");

    public static SlackEvent GroupArchived { get; } = new("group_archive", "group_archive", "groups:read");

    public static SlackEvent Uninstalled { get; } = new("app_uninstalled", "app_uninstalled");

    public static SlackEvent TokensRevoked { get; } = new("tokens_revoked", "tokens_revoked");

    public static IReadOnlyList<SlackEvent> All { get; } = [HomeOpened, Message, UserChange, ProfileChanged, TeamJoin, ChannelJoined, ChannelLeft, ChannelIdChanged, ChannelArchived, GroupArchived, Uninstalled, TokensRevoked];
}
