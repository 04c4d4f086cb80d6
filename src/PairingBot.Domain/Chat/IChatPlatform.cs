namespace PairingBot.Domain.Chat;

/// <summary>
/// A chat platform as the outbox sees it: small steps, each recorded by the caller before the next, so that a crash resumes at the
/// last recorded one. A platform decides nothing about pairing, keeps no state that matters, and never retries by itself: it answers
/// what happened as a <see cref="DeliveryResult"/>. It paces itself per workspace and method: a call that the vendor would refuse by rate now is
/// answered <see cref="RetryAfter"/> without being made.
/// </summary>
public interface IChatPlatform
{
    /// <summary>"slack", "teams": stored, for ever.</summary>
    string Key { get; }

    /// <summary>
    /// Where somebody adds the bot to a workspace of theirs: many workspaces are then served, each with credentials of its own, and none is taken in that did not come this way.
    /// Null when the configuration holds the credentials of the one workspace that is served.
    /// </summary>
    Uri? InstallAt { get; }

    /// <summary>Whether each workspace that the platform lets in is an installation of its own; otherwise the first is the only one.</summary>
    bool ServesMany => InstallAt is not null;

    /// <summary>Reads a stored event; null when it means nothing to us.</summary>
    ChatRequest? Read(string body);

    /// <summary>Opens (or finds: it may be repeated) the conversation of the bot with these people. <see cref="Delivered.Id"/> is its id.</summary>
    Task<DeliveryResult> OpenConversationAsync(InstallationKey installation, IReadOnlyList<string> people, CancellationToken cancel);

    /// <summary>Posts a new message; not safe to repeat. <see cref="Delivered.Id"/> is the message's id.</summary>
    Task<DeliveryResult> PostAsync(InstallationKey installation, string conversation, ChatMessage message, CancellationToken cancel);

    /// <summary>Replaces a message of ours; may be repeated.</summary>
    Task<DeliveryResult> UpdateAsync(InstallationKey installation, string conversation, string messageId, ChatMessage message, CancellationToken cancel);

    /// <summary>Answers a press where it happened: for the presser alone, or in place of the message that held the button.</summary>
    Task<DeliveryResult> AnswerPressAsync(string replyHandle, ChatMessage message, bool replace, CancellationToken cancel);

    /// <summary>Replaces a person's home; may be repeated.</summary>
    Task<DeliveryResult> PublishHomeAsync(InstallationKey installation, string person, ChatHome home, CancellationToken cancel);

    /// <summary>Which workspace our credentials are for, and who we are there. <paramref name="installation"/>: with its own credentials; null: with the configured ones.</summary>
    Task<DirectoryResult<DirectoryWorkspace>> IdentifyAsync(InstallationKey? installation, CancellationToken cancel);

    /// <summary>A page of everybody in the workspace; follow <see cref="DirectoryPage.Next"/> until it is null (pages may be short or empty).</summary>
    Task<DirectoryResult<DirectoryPage>> ListPeopleAsync(InstallationKey installation, string? cursor, CancellationToken cancel);

    /// <summary>The channels of a group that the bot is in, as <see cref="ChannelGroupEntered"/> named it.</summary>
    Task<DirectoryResult<ListedChannels>> ListChannelsAsync(InstallationKey installation, string group, CancellationToken cancel);
}

/// <summary>How an outgoing call ended. The set is closed.</summary>
public abstract record DeliveryResult;

/// <summary>Done; <paramref name="Id"/> is the vendor's id of what was made.</summary>
public sealed record Delivered(string Id) : DeliveryResult;

/// <summary>
/// There is no conversation that these people share with the bot, and each is to be written to alone. Only for opening a conversation of several. <paramref name="FindLinks"/>: for each, by their id, how to
/// write to the others; where it is not known, none. Looked for only when it is asked, since most messages need none. <paramref name="Missing"/>: the permission, in the platform's words, with which there would be one; null when nobody has asked for it.
/// </summary>
public sealed record Apart(Func<CancellationToken, Task<IReadOnlyDictionary<string, Uri>>> FindLinks, string? Missing = null) : DeliveryResult;

/// <summary>Not now: the vendor said (or we know) when.</summary>
public sealed record RetryAfter(TimeSpan Wait) : DeliveryResult;

/// <summary>The vendor could not be reached, or said that it failed: later, with back-off.</summary>
public sealed record Unavailable(string Reason) : DeliveryResult;

/// <summary>It went out, and what came of it was never told (a time-out, a connection that broke, an answer that says nothing): it may have been carried out.</summary>
public sealed record Uncertain(string Reason) : DeliveryResult;

/// <summary>Never: not for this message, person, place or workspace. <paramref name="Reason"/> is the vendor's word, for logs.</summary>
public sealed record Gone(GoneScope Scope, string Reason) : DeliveryResult;

public enum GoneScope
{
    Message,
    Person,
    Place,

    /// <summary>The workspace as a whole takes nothing now; somebody there can change that.</summary>
    Installation,

    /// <summary>The credentials hold, but lack a permission: whoever adds the bot again can grant it.</summary>
    Permission,

    /// <summary>The credentials are no good any more.</summary>
    Credentials,
}
