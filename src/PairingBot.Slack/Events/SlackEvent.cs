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

    public static SlackEvent Uninstalled { get; } = new("app_uninstalled", "app_uninstalled");

    public static SlackEvent TokensRevoked { get; } = new("tokens_revoked", "tokens_revoked");

    public static IReadOnlyList<SlackEvent> All { get; } = [HomeOpened, Message, UserChange, ProfileChanged, TeamJoin, Uninstalled, TokensRevoked];
}
