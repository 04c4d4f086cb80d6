namespace PairingBot.Domain.Nudges;

/// <summary>A nudge that waits for its moment: one row for each kind, pairing and recipient, so that none is planned twice.</summary>
public sealed class PlannedNudge
{
    private PlannedNudge()
    {
    }

    public Guid Id { get; private set; }

    public string Kind { get; private set; } = "";

    public Guid PairingId { get; private set; }

    /// <summary>Null for a nudge to the whole group.</summary>
    public Guid? PersonId { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public NudgeState State { get; private set; }

    public static PlannedNudge Plan(Nudge nudge, Guid pairing, Guid? person, DateTimeOffset dueAt) =>
        new() { Kind = nudge.Key, PairingId = pairing, PersonId = person, DueAt = dueAt };

    public void Send() => State = NudgeState.Sent;

    public void Drop() => State = NudgeState.Dropped;

    /// <summary>Asked for later: it waits again, even if it was sent before.</summary>
    public void Postpone(DateTimeOffset until) => (State, DueAt) = (NudgeState.Waiting, until);
}

/// <summary>Stored by name, for ever.</summary>
public enum NudgeState
{
    Waiting,
    Sent,
    Dropped,
}
