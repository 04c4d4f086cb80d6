namespace PairingBot.Domain.Rounds;

/// <summary>
/// One opening of a program. Its states are drawn in the README beside this file; each is a committed row, so a crash resumes at the last one.
/// </summary>
public sealed class Round
{
    private Round()
    {
    }

    public Guid Id { get; private set; }

    public Guid ProgramId { get; private set; }

    public int Number { get; private set; }

    public RoundState State { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public RoundSnapshot Snapshot { get; private set; } = null!;

    /// <summary>The certificate of the plan; null until there is one.</summary>
    public PlanProof? Proof { get; private set; }

    /// <summary>What was planned in addition while the round ran, for people who came late or lost their partner; each with its own facts and proof.</summary>
    public IReadOnlyList<LatePlan> LatePlans { get; private set; } = [];

    /// <summary>For whom a late match was last looked for (a digest), so that the same people are not looked at every minute.</summary>
    public string? LookedFor { get; private set; }

    /// <summary>The message that tells the organizer how far the introductions are (a row of the outbox), and the last figures in it; null when nobody is told.</summary>
    public long? ProgressMessage { get; private set; }

    public RoundProgress? Progress { get; private set; }

    public static Round Open(Guid program, RoundSnapshot snapshot) => new()
    {
        ProgramId = program,
        Number = snapshot.RoundNumber,
        OpenedAt = snapshot.TakenAt,
        Snapshot = snapshot,
        State = RoundState.SnapshotTaken,
    };

    public void Introduce(PlanProof proof)
    {
        Move(RoundState.SnapshotTaken, RoundState.Introduced);
        Proof = proof;
    }

    /// <returns>False when the very same people were looked at before.</returns>
    public bool LookFor(string people)
    {
        if (State != RoundState.Introduced) throw new InvalidOperationException($"A round that is {State} takes nobody in.");
        if (LookedFor == people) return false;
        LookedFor = people;
        return true;
    }

    public void Add(RoundSnapshot snapshot, PlanProof proof) => LatePlans = [.. LatePlans, new LatePlan(snapshot, proof)];

    public void TellIn(long message, RoundProgress progress) => (ProgressMessage, Progress) = (message, progress);

    public void Told(RoundProgress progress) => Progress = progress;

    public void Close() => Move(RoundState.Introduced, RoundState.Closed);

    private void Move(RoundState from, RoundState to)
    {
        if (State != from) throw new InvalidOperationException($"A round that is {State} cannot become {to}.");
        State = to;
    }
}

/// <summary>A plan for a few, made while the round ran.</summary>
public sealed record LatePlan(RoundSnapshot Snapshot, PlanProof Proof);

/// <summary>How far the introductions of a round are.</summary>
public sealed record RoundProgress(int Sent, int Failed, int Total)
{
    public bool IsOver => Sent + Failed >= Total;
}

/// <summary>Stored by name, for ever.</summary>
public enum RoundState
{
    SnapshotTaken,
    Introduced,
    Closed,
}
