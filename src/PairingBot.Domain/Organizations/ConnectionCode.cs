using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.Domain.Organizations;

/// <summary>
/// Half of an agreement between two installations: the organizer who asked for it gives it to whoever runs the other side. One at a time for each installation, good once and for an hour; what is
/// kept of it opens nothing.
/// </summary>
public sealed class ConnectionCode
{
    public static readonly TimeSpan Length = TimeSpan.FromHours(1);

    private ConnectionCode()
    {
    }

    /// <summary>Whose organizer asked for it.</summary>
    public Guid InstallationId { get; private set; }

    /// <summary>The organizer.</summary>
    public Guid PersonId { get; private set; }

    public byte[] Hash { get; private set; } = [];

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The home whose code was entered before this one was given: entered there, it joins the two. Null for the first of the two codes.</summary>
    public Guid? Answers { get; private set; }

    public static ConnectionCode Of(Installation installation, Person organizer, byte[] hash, DateTimeOffset now, Installation? answers = null) =>
        new() { InstallationId = installation.Id, PersonId = organizer.Id, Hash = hash, EndsAt = now + Length, Answers = answers?.Id };
}
