namespace PairingBot.Domain.Reflections;

/// <summary>
/// What one person keeps of a conversation. The answers are sealed: only their writer is ever shown them, nobody who reads the database can open them, and the
/// partner is sent the lines that the writer ticked. In clear are figures only: whether they learned, how the action went, which answers are shared. One row
/// for each person and pairing; writing again replaces.
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

    /// <summary>Sealed: the answer to the question of the writer's own side.</summary>
    public byte[] Own { get; private set; } = [];

    /// <summary>Sealed: what will you do, and when? Empty when nothing was written.</summary>
    public byte[] Action { get; private set; } = [];

    /// <summary>Sealed: what the writer thinks of this way of meeting.</summary>
    public byte[] Thought { get; private set; } = [];

    /// <summary>Sealed: a line for the program's channel.</summary>
    public byte[] Found { get; private set; } = [];

    /// <summary>Sealed: what the partners were sent last, by question.</summary>
    public byte[] Told { get; private set; } = [];

    /// <summary>Which answers the partners may read: keys of questions.</summary>
    public IReadOnlyList<string> Shared { get; private set; } = [];

    public DateOnly? ActionOn { get; private set; }

    public ActionOutcome? Outcome { get; private set; }

    /// <summary>Whether the action helped, as its writer said a month later.</summary>
    public ActionHelp? Help { get; private set; }

    /// <summary>In clear, because mutuality is counted from it.</summary>
    public Learned? Learned { get; private set; }

    /// <summary>How often the line for the channel was written anew: a press on an earlier one counts no more.</summary>
    public int FoundNumber { get; private set; }

    /// <summary>The line stands in the channel, or is left: there will be no other from this conversation, or none of these words.</summary>
    public FoundState Find { get; private set; }

    public bool HasAction => Action.Length > 0;

    public bool IsWritten => Takeaway.Length > 0;

    public static Reflection For(Guid pairing, Guid person) => new() { PairingId = pairing, PersonId = person };

    /// <param name="answers">What is kept of <paramref name="written"/>.</param>
    /// <param name="written">The same in clear, to tell what is new.</param>
    /// <param name="earlier">In clear, what stood here before; null the first time.</param>
    /// <param name="now">By the product's clock.</param>
    public void Write(SealedAnswers answers, ReflectionAnswers written, ReflectionAnswers? earlier, DateTimeOffset now)
    {
        (Takeaway, Given, Own, Action, Thought) = (answers.Takeaway, answers.Given, answers.Own, answers.Action, answers.Thought);
        (ActionOn, Shared, Learned, WrittenAt) = (written.ActionOn, written.Shared, written.Learned ?? Learned, now);
        if (written.IsNewAction(earlier)) (Outcome, Help) = (null, null);
        if (Find == FoundState.Posted || written.Found == (earlier?.Found ?? "")) return;
        (Found, Find) = (answers.Found, written.Found.Length > 0 ? FoundState.Waiting : FoundState.None);
        FoundNumber++;
    }

    /// <summary>Its writer goes by another account from now on, to which everything is sealed anew.</summary>
    public void Move(Guid person, SealedAnswers answers, byte[] told)
    {
        (PersonId, Told) = (person, told);
        (Takeaway, Given, Own, Action, Thought, Found) = (answers.Takeaway, answers.Given, answers.Own, answers.Action, answers.Thought, answers.Found);
    }

    /// <summary>The partners were sent these lines.</summary>
    public void Tell(byte[] told) => Told = told;

    /// <returns>False when the action is settled already.</returns>
    public bool Settle(ActionOutcome outcome)
    {
        if (!HasAction || Outcome is ActionOutcome.Done or ActionOutcome.Dropped) return false;
        Outcome = outcome;
        return true;
    }

    /// <summary>Whether the action helped; what helped was done. The last word counts.</summary>
    /// <returns>False when there is no action.</returns>
    public bool Say(ActionHelp help)
    {
        if (!HasAction) return false;
        Help = help;
        if (help != ActionHelp.NotReally) Outcome ??= ActionOutcome.Done;
        return true;
    }

    /// <returns>False when it does not wait, or was written anew since it was shown.</returns>
    public bool PassOn(int number, bool isPosted)
    {
        if (Find != FoundState.Waiting || FoundNumber != number) return false;
        Find = isPosted ? FoundState.Posted : FoundState.Left;
        return true;
    }
}

/// <summary>The answers, sealed for storage.</summary>
public sealed record SealedAnswers(byte[] Takeaway, byte[] Given, byte[] Own, byte[] Action, byte[] Thought, byte[] Found);

/// <summary>Stored by name, for ever.</summary>
public enum ActionOutcome
{
    Done,
    Dropped,
}

/// <summary>Stored by name, for ever.</summary>
public enum ActionHelp
{
    Helped,
    ALittle,
    NotReally,
}

/// <summary>Stored by name, for ever.</summary>
public enum Learned
{
    Yes,
    Somewhat,
    No,
}

/// <summary>What became of the line for the channel. Stored by name, for ever.</summary>
public enum FoundState
{
    None,
    Waiting,
    Posted,
    Left,
}
