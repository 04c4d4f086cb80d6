namespace PairingBot.Domain.Programs;

/// <summary>
/// Somebody came into a program's channel: one row for each person and program, so that nobody is invited twice. They are known by their id on the platform only: who
/// they are (a colleague, a guest, a bot, somebody of another company) the directory may tell later, and until it does they wait.
/// </summary>
public sealed class Arrival
{
    private Arrival()
    {
    }

    public Guid ProgramId { get; private set; }

    public string ExternalId { get; private set; } = "";

    public DateTimeOffset ArrivedAt { get; private set; }

    public ArrivalState State { get; private set; }

    /// <summary>When the person was last invited; null when never.</summary>
    public DateTimeOffset? InvitedAt { get; private set; }

    /// <summary>Longer than anybody remembers an invitation; whoever comes again sooner is not asked again.</summary>
    public static TimeSpan InvitedAgainAfter { get; } = TimeSpan.FromDays(180);

    /// <summary>Whoever the directory has not named by then is a stranger to it.</summary>
    public static TimeSpan KnownWithin { get; } = TimeSpan.FromDays(1);

    public bool MayBeInvited(DateTimeOffset now) => InvitedAt is not { } last || now - last >= InvitedAgainAfter;

    public void Invite(DateTimeOffset now) => (State, InvitedAt) = (ArrivalState.Settled, now);

    public void Settle() => State = ArrivalState.Settled;
}

/// <summary>Stored by name, for ever.</summary>
public enum ArrivalState
{
    Waiting,
    Settled,
}
