using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Asks;

/// <summary>
/// Somebody looks for advice outside of rounds: what they are stuck on, who may have the insight, and whom of these they chose, in their order. One is asked at a time. Its states are drawn in
/// the README beside this file.
/// </summary>
public sealed class Ask
{
    /// <summary>So many people are named, and at most so many asked.</summary>
    public const int MostPeople = 3;

    private readonly List<AskCandidate> candidates = []; // as the database gives them

    private Ask()
    {
    }

    public Guid Id { get; private set; }

    public Guid ProgramId { get; private set; }

    public Guid SeekerId { get; private set; }

    /// <summary>Sealed: what they are stuck on, in their words.</summary>
    public byte[] Topic { get; private set; } = [];

    public AskState State { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>Best first.</summary>
    public IReadOnlyList<AskCandidate> Candidates => [.. candidates.OrderBy(candidate => candidate.Place)];

    /// <summary>Whom the seeker chose, in their order.</summary>
    public IReadOnlyList<AskCandidate> Chosen => [.. candidates.Where(candidate => candidate.Turn is not null).OrderBy(candidate => candidate.Turn)];

    /// <summary>Whom the seeker may still choose.</summary>
    public IReadOnlyList<AskCandidate> Free => State is AskState.Found or AskState.Asking ? [.. Candidates.Where(candidate => candidate.State == AskedState.Found)] : [];

    /// <summary>Who is asked at this moment.</summary>
    public AskCandidate? Asked => candidates.Find(candidate => candidate.State == AskedState.Asked);

    public static Ask Begin(PairingProgram program, Person seeker, DateTimeOffset now) => new() { ProgramId = program.Id, SeekerId = seeker.Id, BegunAt = now, State = AskState.Found };

    public void Keep(byte[] topic) => Topic = topic;

    public void Find(Guid person, string type, byte[] reason) => candidates.Add(new AskCandidate(person, candidates.Count + 1, type, reason));

    /// <summary>This one, with this request; after those that were chosen before.</summary>
    /// <returns>False when it is too late for it.</returns>
    public bool Choose(AskCandidate candidate, byte[] request)
    {
        if (!Free.Contains(candidate)) return false;
        candidate.Choose(Chosen.Count + 1, request);
        State = AskState.Asking;
        return true;
    }

    /// <summary>Whose turn it is, while nobody is asked.</summary>
    public AskCandidate? Next() => State == AskState.Asking && Asked is null ? Chosen.FirstOrDefault(candidate => candidate.State == AskedState.Chosen) : null;

    public void Put(AskCandidate candidate, DateTimeOffset now, DateTimeOffset answerBy)
    {
        if (Next() != candidate) throw new InvalidOperationException("People are asked one at a time, in the order of the seeker.");
        candidate.Put(now, answerBy);
    }

    /// <summary>Has no time, or said nothing, or may not be asked at present: nothing tells the one from the other.</summary>
    public static void Pass(AskCandidate candidate) => candidate.Pass();

    /// <returns>False when the ask is over, or it is not this one's turn (any more).</returns>
    public bool Agree(AskCandidate candidate)
    {
        if (State != AskState.Asking || Asked != candidate) return false;
        candidate.Agree();
        State = AskState.Agreed;
        return true;
    }

    /// <summary>Nobody is left to ask.</summary>
    /// <returns>False when somebody is, or it was over before.</returns>
    public bool RunOut()
    {
        if (State != AskState.Asking || Asked is not null || Next() is not null) return false;
        State = AskState.NobodyFree;
        return true;
    }

    /// <returns>False when it was over before.</returns>
    public bool CallOff()
    {
        if (State is not (AskState.Found or AskState.Asking)) return false;
        if (Asked is { } asked) asked.Pass();
        State = AskState.CalledOff;
        return true;
    }
}

/// <summary>Stored by name, for ever.</summary>
public enum AskState
{
    /// <summary>People were named, nobody is chosen.</summary>
    Found,
    Asking,
    Agreed,
    NobodyFree,
    CalledOff,
}

/// <summary>Somebody who may have the insight.</summary>
public sealed class AskCandidate
{
    internal AskCandidate(Guid personId, int place, string relationshipType, byte[] reason) => (PersonId, Place, RelationshipType, Reason) = (personId, place, relationshipType, reason);

    public Guid AskId { get; private set; }

    public Guid PersonId { get; private set; }

    /// <summary>1 is the best fit.</summary>
    public int Place { get; private set; }

    /// <summary>What the conversation would be.</summary>
    public string RelationshipType { get; private set; }

    /// <summary>Sealed: why them, in a sentence with the seeker's words.</summary>
    public byte[] Reason { get; private set; }

    /// <summary>1 is asked first; null while they are not chosen.</summary>
    public int? Turn { get; private set; }

    /// <summary>Sealed: what is sent to them, in the seeker's words.</summary>
    public byte[] Request { get; private set; } = [];

    public AskedState State { get; private set; }

    public DateTimeOffset? AskedAt { get; private set; }

    public DateTimeOffset? AnswerBy { get; private set; }

    /// <summary>The conversation that came of a yes.</summary>
    public Guid? PairingId { get; private set; }

    public void Open(Pairing pairing) => PairingId = pairing.Id;

    internal void Choose(int turn, byte[] request) => (State, Turn, Request) = (AskedState.Chosen, turn, request);

    internal void Put(DateTimeOffset now, DateTimeOffset answerBy) => (State, AskedAt, AnswerBy) = (AskedState.Asked, now, answerBy);

    internal void Agree() => (State, AnswerBy) = (AskedState.Agreed, null);

    internal void Pass() => (State, AnswerBy) = (AskedState.Passed, null);
}

/// <summary>Stored by name, for ever. Passed is a no as well as silence, and also somebody who could not be asked: it is not kept which.</summary>
public enum AskedState
{
    Found,
    Chosen,
    Asked,
    Agreed,
    Passed,
}
