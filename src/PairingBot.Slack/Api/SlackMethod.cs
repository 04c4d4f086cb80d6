namespace PairingBot.Slack.Api;

/// <summary>
/// A method of Slack's Web API that we call: its name, how often it may be called, the scopes that it asks of the bot token, and how long we wait.
/// Reading methods take a form, writing methods JSON.
/// </summary>
internal sealed record SlackMethod(string Name, SlackTier Tier, params string[] Scopes)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    public TimeSpan Patience { get; private init; } = Usual;

    public static SlackMethod AuthTest { get; } = new("auth.test", SlackTier.Four);

    /// <summary>The workspaces of an organization that added the bot as a whole.</summary>
    public static SlackMethod AuthTeamsList { get; } = new("auth.teams.list", SlackTier.Two);

    /// <summary>Made with the app's own secret: from a code to a token, and from a renewal token to the next.</summary>
    public static SlackMethod OauthAccess { get; } = new("oauth.v2.access", SlackTier.Four);

    public static SlackMethod ConversationsOpen { get; } = new("conversations.open", SlackTier.Three, "im:write", "mpim:write");

    public static SlackMethod ChatPostMessage { get; } = new("chat.postMessage", SlackTier.Posting, "chat:write");

    public static SlackMethod ChatUpdate { get; } = new("chat.update", SlackTier.Three, "chat:write");

    /// <summary>A trigger dies three seconds after the press, and there must be time left to say so.</summary>
    public static SlackMethod ViewsOpen { get; } = new("views.open", SlackTier.Pressed) { Patience = TimeSpan.FromSeconds(2.5) };

    public static SlackMethod ViewsPush { get; } = new("views.push", SlackTier.Pressed) { Patience = TimeSpan.FromSeconds(2.5) };

    public static SlackMethod ViewsPublish { get; } = new("views.publish", SlackTier.Four);

    public static SlackMethod UsersList { get; } = new("users.list", SlackTier.Two, "users:read");

    /// <summary>Not held back beforehand, since nothing reaches us without it; whoever connects makes pauses of their own, and Slack's Retry-After holds.</summary>
    public static SlackMethod AppsConnectionsOpen { get; } = new("apps.connections.open", SlackTier.Pressed);

    /// <summary>Every method in use: the manifest asks for exactly their scopes.</summary>
    public static IReadOnlyList<SlackMethod> All { get; } =
    [
        AuthTest, AuthTeamsList, OauthAccess, ConversationsOpen, ChatPostMessage, ChatUpdate,
        ViewsOpen, ViewsPush, ViewsPublish, UsersList, AppsConnectionsOpen,
    ];
}

/// <summary>
/// How often a method may be called per workspace and app: 20, 50 or 100 times a minute; posting has a rule of its own. What a person
/// waits for (<see cref="Pressed"/>) is never held back beforehand: it could not be sent later, so Slack itself may refuse it.
/// </summary>
internal enum SlackTier
{
    Two,
    Three,
    Four,
    Posting,
    Pressed,
}
