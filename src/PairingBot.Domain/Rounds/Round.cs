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

    public void Close() => Move(RoundState.Introduced, RoundState.Closed);

    private void Move(RoundState from, RoundState to)
    {
        if (State != from) throw new InvalidOperationException($"A round that is {State} cannot become {to}.");
        State = to;
    }
}

/// <summary>Stored by name, for ever.</summary>
public enum RoundState
{
    SnapshotTaken,
    Introduced,
    Closed,
}
