namespace PairingBot.Domain.Reflections;

/// <summary>
/// What one person keeps of a conversation. The answers are sealed: only their writer is ever shown them, and nobody who reads the database can open
/// them. One row for each person and pairing; writing again replaces.
/// </summary>
public sealed class Reflection
{
    private Reflection()
    {
    }

    public Guid Id { get; private set; }

    public Guid PairingId { get; private set; }

    public Guid PersonId { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Sealed: what did you take away?</summary>
    public byte[] Takeaway { get; private set; } = [];

    /// <summary>Sealed: what did your partner take away from you?</summary>
    public byte[] Given { get; private set; } = [];

    /// <summary>Sealed: what will you do, and when? Empty when nothing was written.</summary>
    public byte[] Action { get; private set; } = [];

    public DateOnly? ActionOn { get; private set; }

    public ActionOutcome? Outcome { get; private set; }

    public bool HasAction => Action.Length > 0;

    public static Reflection For(Guid pairing, Guid person) => new() { PairingId = pairing, PersonId = person };

    public void Write(SealedAnswers answers, DateTimeOffset now)
    {
        (Takeaway, Given, Action, ActionOn) = (answers.Takeaway, answers.Given, answers.Action, answers.ActionOn);
        WrittenAt = now;
        Outcome = null;
    }

    /// <returns>False when the action is settled already.</returns>
    public bool Settle(ActionOutcome outcome)
    {
        if (!HasAction || Outcome is ActionOutcome.Done or ActionOutcome.Dropped) return false;
        Outcome = outcome;
        return true;
    }
}

/// <summary>The answers, sealed for storage.</summary>
public sealed record SealedAnswers(byte[] Takeaway, byte[] Given, byte[] Action, DateOnly? ActionOn);

/// <summary>Stored by name, for ever.</summary>
public enum ActionOutcome
{
    Done,
    Dropped,
}
