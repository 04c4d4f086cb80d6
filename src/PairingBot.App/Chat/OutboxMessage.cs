namespace PairingBot.App.Chat;

/// <summary>
/// A message that is to go out, written in the transaction of the change that it tells of. Times here are the database's own clock, never the product's:
/// two hosts agree on leases, and a moved development clock does not end them.
/// </summary>
public sealed class OutboxMessage
{
    public long Id { get; private set; }

    public required Guid InstallationId { get; init; }

    /// <summary>Messages of one lane go out one after the other, in the order of their ids.</summary>
    public required string Lane { get; init; }

    public required OutboxAddress To { get; init; }

    /// <summary>Ids on the platform, comma-separated (people), our own ids of people (across), a channel's id, or the sealed handle of a press as base64.</summary>
    public required string Address { get; init; }

    /// <summary>Sealed: the message or home as JSON.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Sealed: the line that is posted first and then replaced by <see cref="Content"/>; null for a plain post.</summary>
    public byte[]? Opener { get; init; }

    /// <summary>An earlier row of the same lane, whose message this one replaces; null for a message of its own.</summary>
    public long? UpdatesId { get; init; }

    /// <summary>What to do with a plain post of which nobody knows whether it arrived. Without meaning for what may be repeated, and for what has an <see cref="Opener"/>.</summary>
    public WhenInDoubt WhenInDoubt { get; init; }

    /// <summary>The plain post has begun: whoever finds this row later can't know whether it arrived.</summary>
    public bool Posting { get; private set; }

    /// <summary>For the answer to a press: takes the place of the message that held the button.</summary>
    public bool Replaces { get; init; }

    /// <summary>Whatever has the same key is the same message: a second row is refused. Null where repeating is harmless.</summary>
    public string? Once { get; init; }

    /// <summary>The row of which this is one person's share: its people have no conversation in common. Null for a message of its own.</summary>
    public long? PartOf { get; init; }

    public OutboxState State { get; private set; }

    /// <summary>The vendor's ids of what exists so far: where a crash resumes.</summary>
    public string? ConversationId { get; private set; }

    public string? MessageId { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset NextAttemptAt { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The vendor's word for why it did not go, last time.</summary>
    public string? Failure { get; private set; }
}

/// <summary>Stored by name, for ever.</summary>
public enum OutboxAddress
{
    People,
    Channel,
    Press,
    Home,

    /// <summary>People of several installations, by our own ids: it becomes one message for each.</summary>
    Across,
}

/// <summary>Stored by name, for ever.</summary>
public enum OutboxState
{
    Waiting,
    Sent,
    Gone,
    PerhapsSent,
}

/// <summary>Stored by name, for ever.</summary>
public enum WhenInDoubt
{
    /// <summary>Rather not at all than twice: reminders and notices.</summary>
    LetBe,

    /// <summary>Rather twice than not at all: what somebody waits for, or must know.</summary>
    SendAgain,
}

/// <summary>Which host sends for a workspace, and until when if it is not heard of again.</summary>
public sealed class Sender
{
    public Guid InstallationId { get; private set; }

    public string Host { get; private set; } = "";

    public DateTimeOffset Until { get; private set; }
}

/// <summary>The conversation of the bot with a set of people (their ids sorted, comma-separated), so that it need not be looked up each time.</summary>
public sealed class KnownConversation
{
    public Guid InstallationId { get; private set; }

    public string Members { get; private set; } = "";

    public string ExternalId { get; private set; } = "";
}
