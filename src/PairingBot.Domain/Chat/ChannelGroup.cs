namespace PairingBot.Domain.Chat;

/// <summary>
/// Channels that belong together, into all of which the bot comes at once, on platforms that have such groups and let nobody choose among all channels: those that stand here are offered. Which
/// there are is read again whenever the platform tells that something has changed.
/// </summary>
public sealed class ChannelGroup
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    private const int MostDoublings = 6;

    private ChannelGroup()
    {
    }

    public Guid InstallationId { get; private set; }

    public string ExternalId { get; private set; } = "";

    public string? Name { get; private set; }

    public IReadOnlyList<KnownChannel> Channels { get; private set; } = [];

    /// <summary>When its channels are to be read; null while they are known.</summary>
    public DateTimeOffset? WantedAt { get; private set; }

    public int Failures { get; private set; }

    public void Read(ListedChannels listed) => (Name, Channels, WantedAt, Failures) = (listed.Group ?? Name, listed.Channels, null, 0);

    /// <summary>Not this time; with growing waits, to an hour.</summary>
    public void Miss(DateTimeOffset now) => (WantedAt, Failures) = (now + (FirstWait * Math.Pow(2, Math.Min(Failures, MostDoublings))), Failures + 1);
}

/// <summary>A channel that the bot is in, as the platform names it.</summary>
public sealed record KnownChannel(string ExternalId, string Name);

/// <summary>What a platform tells of a group: what it is called, if it says so, and its channels.</summary>
public sealed record ListedChannels(string? Group, IReadOnlyList<KnownChannel> Channels);
