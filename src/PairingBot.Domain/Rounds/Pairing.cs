using PairingBot.Domain.Conversations;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;

namespace PairingBot.Domain.Rounds;

/// <summary>What people get: a pair or a trio with one relationship, and how far their conversation came.</summary>
public sealed class Pairing
{
    private readonly List<PairingMember> members = []; // as the database gives them

    private Pairing()
    {
    }

    public Guid Id { get; private set; }

    public Guid ProgramId { get; private set; }

    /// <summary>Null for a conversation that no round brought.</summary>
    public Guid? RoundId { get; private set; }

    /// <summary>The program's round that it belongs to, or during which it began; 0 before the first. By it, rounds know who met whom how long ago.</summary>
    public int RoundNumber { get; private set; }

    public string RelationshipType { get; private set; } = "";

    public PairingState State { get; private set; }

    /// <summary>Whole sentences, strongest first.</summary>
    public IReadOnlyList<string> Reasons { get; private set; } = [];

    /// <summary>The keys of the opening questions that its people were shown.</summary>
    public IReadOnlyList<string> Questions { get; private set; } = [];

    /// <summary>When they meet, as one of them has told; with <see cref="IsTimeKnown"/> false the day only, and this is noon of it.</summary>
    public DateTimeOffset? MeetsAt { get; private set; }

    public bool IsTimeKnown { get; private set; }

    /// <summary>In the order of their seats.</summary>
    public IReadOnlyList<PairingMember> Members => [.. members.OrderBy(member => member.Seat)];

    public DateTimeOffset IntroducedAt { get; private set; }

    public DateTimeOffset? MetAt { get; private set; }

    public Guid OrganizerId { get; private set; }

    public static Pairing Introduce(Round round, PlannedPairing planned, Guid organizer, DateTimeOffset now)
    {
        var pairing = Of(planned, organizer, now);
        (pairing.ProgramId, pairing.RoundId, pairing.RoundNumber) = (round.ProgramId, round.Id, round.Number);
        pairing.Seat(planned);
        return pairing;
    }

    /// <summary>Two who found each other while no round was asked: by asking, or because they go on.</summary>
    public static Pairing Introduce(PairingProgram program, PlannedPairing planned, Guid organizer, DateTimeOffset now)
    {
        var pairing = Of(planned, organizer, now);
        (pairing.ProgramId, pairing.RoundNumber) = (program.Id, program.LastRoundNumber);
        pairing.Seat(planned);
        return pairing;
    }

    public bool Includes(Guid person) => members.Any(member => member.PersonId == person);

    /// <summary>The person's role; the giver's or the seeker's key of its relationship.</summary>
    public string RoleOf(Guid person) => members.First(member => member.PersonId == person).Role;

    /// <summary>For its introduction.</summary>
    public void OpenWith(IReadOnlyList<OpeningQuestion> questions) => Questions = [.. questions.Select(question => question.Key)];

    /// <summary>Whether the person, who seeks here, has still to ask the other in their own words.</summary>
    public bool MayAsk(Guid person) => State is PairingState.Introduced or PairingState.TimeFound or PairingState.NotMet && members.Exists(member => member.PersonId == person && member.AskedAt is null);

    /// <returns>False when the person has asked before, or when there is nobody to be asked any more.</returns>
    public bool Ask(Guid person, DateTimeOffset now)
    {
        if (!MayAsk(person)) return false;
        members.First(member => member.PersonId == person).Ask(now);
        return true;
    }

    /// <summary>The day is told, or another one.</summary>
    /// <returns>False when they had met, when the conversation has ended, or when it was told before.</returns>
    public bool MeetOn(DateTimeOffset at, bool isTimeKnown)
    {
        if (State != PairingState.TimeFound || (MeetsAt == at && IsTimeKnown == isTimeKnown)) return false;
        (MeetsAt, IsTimeKnown) = (at, isTimeKnown);
        return true;
    }

    /// <returns>False when they had met already, or when it was said before.</returns>
    public bool FindTime()
    {
        if (!Move(PairingState.TimeFound, PairingState.Introduced, PairingState.NotMet)) return false;
        (MeetsAt, IsTimeKnown) = (null, false); // one that fell through says nothing of the next
        return true;
    }

    /// <returns>False when it was said before.</returns>
    public bool Meet(DateTimeOffset now)
    {
        if (!Move(PairingState.Met, PairingState.Introduced, PairingState.TimeFound, PairingState.NotMet)) return false;
        MetAt = now;
        return true;
    }

    /// <returns>False when they had met, or when it was said before.</returns>
    public bool MissEachOther() => Move(PairingState.NotMet, PairingState.Introduced, PairingState.TimeFound);

    /// <summary>Somebody is no longer there, or the conversation could not be opened: whoever is left is free for somebody else. What was held stays held.</summary>
    /// <returns>False when they had met, or when it had ended before.</returns>
    public bool End(PairingEnd end)
    {
        if (!Move(end == PairingEnd.SomebodyGone ? PairingState.Ended : PairingState.Undeliverable, PairingState.Introduced, PairingState.TimeFound, PairingState.NotMet)) return false;
        foreach (var member in members) member.Release();
        return true;
    }

    private static Pairing Of(PlannedPairing planned, Guid organizer, DateTimeOffset now) =>
        new() { RelationshipType = planned.RelationshipType, Reasons = planned.Reasons, OrganizerId = organizer, IntroducedAt = now };

    private void Seat(PlannedPairing planned)
    {
        var giverRole = RelationshipCatalog.Find(planned.RelationshipType) is { IsSymmetric: false } type ? type.GiverRole.Key : null;
        members.AddRange(planned.Members.Select((member, seat) => new PairingMember(RoundId, member.PersonId, member.Role, member.Role == giverRole, seat)));
    }

    private bool Move(PairingState to, params ReadOnlySpan<PairingState> from)
    {
        if (!from.Contains(State)) return false;
        State = to;
        return true;
    }

    /// <summary>The series that it belongs to, as one of several conversations of the same people; null for most.</summary>
    public Guid? SeriesId { get; private set; }

    /// <summary>Which conversation of the series it is, from 1. One that did not come about leaves its number to the next.</summary>
    public int? SeriesNumber { get; private set; }

    /// <summary>The next conversation of a series: the same people for the same reasons, in the seats that they had; whoever did not organize the last one does now.</summary>
    public static Pairing Continue(Series series, Pairing last, PairingProgram program, DateTimeOffset now)
    {
        var seats = last.Members;
        var organizer = seats[(seats.TakeWhile(member => member.PersonId != last.OrganizerId).Count() + 1) % seats.Count].PersonId;
        var planned = new PlannedPairing(last.RelationshipType, [.. seats.Select(member => new PlannedMember(member.PersonId, member.Role))], last.Reasons, 0);
        var next = Introduce(program, planned, organizer, now);
        next.Join(series, series.NextNumber);
        return next;
    }

    public void Join(Series series, int number) => (SeriesId, SeriesNumber) = (series.Id, number);
}

/// <summary>Stored by name, for ever. Introduced → TimeFound → Met; NotMet can still become either of these. Ended and Undeliverable are ends.</summary>
public enum PairingState
{
    Introduced,
    TimeFound,
    Met,
    NotMet,
    Ended,
    Undeliverable,
}

/// <summary>Why a pairing ends before its people met.</summary>
public enum PairingEnd
{
    SomebodyGone,
    CouldNotBeOpened,
}

/// <summary>
/// A person in a pairing. The round stands here too, so that a unique key holds each person to one pairing a round, those apart in which they are the giver:
/// of these there may be as many as they are ready for.
/// </summary>
public sealed class PairingMember
{
    internal PairingMember(Guid? roundId, Guid personId, string role, bool gives, int seat) => (RoundId, PersonId, Role, Gives, Seat) = (roundId, personId, role, gives, seat);

    public Guid PairingId { get; private set; }

    public Guid? RoundId { get; private set; }

    public Guid PersonId { get; private set; }

    public string Role { get; private set; }

    /// <summary>The place in the pairing, from 0: as the plan named them, the seeker first where there are sides.</summary>
    public int Seat { get; private set; }

    /// <summary>The mentor, coach or sponsor; between peers nobody.</summary>
    public bool Gives { get; private set; }

    /// <summary>The pairing ended before they met: the person may have another one in the same round.</summary>
    public bool IsReleased { get; private set; }

    /// <summary>When the person, who seeks here, asked the other in their own words.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    internal void Release() => IsReleased = true;

    internal void Ask(DateTimeOffset now) => AskedAt = now;
}
