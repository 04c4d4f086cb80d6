namespace PairingBot.Domain.Chat;

/// <summary>Which workspace or tenant: the platform's key ("slack", "teams") and its own id for it.</summary>
public sealed record InstallationKey(string Platform, string ExternalId)
{
    /// <summary>
    /// The organization of many workspaces that this one belongs to, if the platform named one. An organization may add the bot once for all of its workspaces: what
    /// happens in any of them then belongs to that one installation.
    /// </summary>
    public string? Organization { get; init; }

    /// <summary>An organization as a whole, and not one workspace of it.</summary>
    public bool IsOrganization => Organization == ExternalId;
}

/// <summary>
/// Somebody did something in chat: who, where, and what they want. <paramref name="ReplyHandle"/> is where an answer to a press can be
/// sent later (opaque, short-lived; null where the answer travels in the response).
/// </summary>
public sealed record ChatRequest(InstallationKey Installation, ChatSender Sender, Intent Intent, ChatPlace Place, string? ReplyHandle = null)
{
    /// <summary>The platform's own id of this delivery, where it may deliver the same thing twice although it was answered: the second has no effect, and silence for an answer. Null where it does not.</summary>
    public string? DeliveryId { get; init; }
}

/// <summary>The person who acts, as the platform names them. <paramref name="IsStranger"/>: of another organization, through a shared channel.</summary>
public sealed record ChatSender(string ExternalId, bool IsStranger = false)
{
    /// <summary>What the platform tells of them along with what they do; null where its directory tells it.</summary>
    public SenderFacts? Facts { get; init; }
}

/// <summary>
/// What is told of somebody who acts. Each may be missing. <paramref name="IsOrganizer"/>: whoever runs the host has named them as one, for platforms that know no admins of theirs.
/// </summary>
public sealed record SenderFacts(string? Name, string? TimeZone, string? Locale, bool IsOrganizer = false);

public enum ChatPlace
{
    Command,
    Message,
    Form,
    Home,
    Event,
}

/// <summary>An event as it came in: stored once under the vendor's own id, read later.</summary>
public sealed record InboundEvent(InstallationKey Installation, string EventId, string Body);
