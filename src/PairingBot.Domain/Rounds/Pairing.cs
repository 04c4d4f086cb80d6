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

    /// <summary>Somebody has asked for other times than those that were offered, and these are to be offered; null when nobody waits for any.</summary>
    public int? WantedTimes { get; private set; }

    /// <summary>In the order of their seats.</summary>
    public IReadOnlyList<PairingMember> Members => [.. members.OrderBy(member => member.Seat)];

    public DateTimeOffset IntroducedAt { get; private set; }

    public DateTimeOffset? MetAt { get; private set; }

    /// <summary>While it is proposed: until when its people may say yes.</summary>
    public DateTimeOffset? AnswerBy { get; private set; }

    public Guid OrganizerId { get; private set; }

    /// <summary>As the round planned it: introduced, or only proposed where its people must first say yes to each other (see <see cref="Propose"/>).</summary>
    public static Pairing Introduce(Round round, PlannedPairing planned, Guid organizer, DateTimeOffset now)
    {
        var pairing = Of(planned, organizer, now);
        if (planned.NeedsBothYes) pairing.State = PairingState.Proposed;
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

    /// <summary>Its people can still find a time.</summary>
    public bool IsOpen => State is PairingState.Introduced or PairingState.TimeFound or PairingState.NotMet;

    public bool Includes(Guid person) => members.Any(member => member.PersonId == person);

    /// <summary>The person's role; the giver's or the seeker's key of its relationship.</summary>
    public string RoleOf(Guid person) => members.First(member => member.PersonId == person).Role;

    /// <summary>For its introduction.</summary>
    public void OpenWith(IReadOnlyList<OpeningQuestion> questions) => Questions = [.. questions.Select(question => question.Key)];

    /// <summary>Whether the person, who seeks here, has still to ask the other in their own words.</summary>
    public bool MayRequest(Guid person) => IsOpen && members.Exists(member => member.PersonId == person && member.AskedAt is null);

    /// <returns>False when the person has asked before, or when there is nobody to be asked any more.</returns>
    public bool Request(Guid person, DateTimeOffset now)
    {
        if (!MayRequest(person)) return false;
        members.First(member => member.PersonId == person).Request(now);
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

    /// <returns>False when they have met, or when the conversation has ended.</returns>
    public bool WantTimes(int page)
    {
        if (!IsOpen) return false;
        WantedTimes = page;
        return true;
    }

    /// <summary>Each is asked apart, until this moment.</summary>
    public void Propose(DateTimeOffset answerBy)
    {
        if (State != PairingState.Proposed) throw new InvalidOperationException($"A pairing that is {State} needs no yes.");
        AnswerBy = answerBy;
    }

    /// <summary>One of its people says whether they want to be brought together. With the last yes it is introduced, with the first no it ends.</summary>
    public ConsentOutcome Answer(Guid person, Consent consent, DateTimeOffset now)
    {
        var member = members.First(each => each.PersonId == person);
        if (State != PairingState.Proposed) return member.Consent == consent ? ConsentOutcome.SaidBefore : ConsentOutcome.TooLate;
        if (member.Consent == consent) return ConsentOutcome.SaidBefore;
        member.Say(consent);
        if (consent == Consent.No) return ConsentOutcome.Declined;
        if (!members.TrueForAll(each => each.Consent == Consent.Yes)) return ConsentOutcome.Kept;
        (State, AnswerBy, IntroducedAt) = (PairingState.Introduced, null, now);
        return ConsentOutcome.Agreed;
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

    /// <summary>
    /// Somebody is no longer there or does not answer, or the conversation could not be opened: whoever is left is free for somebody else. What was held stays held; what was only
    /// proposed is declined, whatever the reason.
    /// </summary>
    /// <returns>False when they had met, or when it had ended before.</returns>
    public bool End(PairingEnd end)
    {
        var open = end == PairingEnd.CouldNotBeOpened ? PairingState.Undeliverable : PairingState.Ended;
        if (!Move(PairingState.Declined, PairingState.Proposed) && !Move(open, PairingState.Introduced, PairingState.TimeFound, PairingState.NotMet)) return false;
        AnswerBy = null;
        foreach (var member in members) member.Release();
        return true;
    }

    /// <summary>Somebody has told, in private, that this member does not answer.</summary>
    public SilenceOutcome Ask(Guid silent, DateTimeOffset answerBy)
    {
        if (State is not (PairingState.Introduced or PairingState.NotMet)) return SilenceOutcome.Pointless;
        return members.First(each => each.PersonId == silent).Ask(answerBy);
    }

    /// <summary>Whoever was asked whether they are there says that they are.</summary>
    /// <returns>False when nobody asked, or when the conversation has ended.</returns>
    public bool IsHere(Guid person) => State is not (PairingState.Ended or PairingState.Undeliverable) && members.First(each => each.PersonId == person).IsHere();

    /// <summary>Whether this person was asked whether they are there, and has not said yet.</summary>
    public bool IsAsked(Guid person) => members.Exists(each => each.PersonId == person && each.AnswerBy is not null);

    /// <summary>No answer came in time: it only matters where they have not found each other by other means.</summary>
    /// <returns>Who stayed silent until now; null when nothing is to be done.</returns>
    public PairingMember? FindSilent(DateTimeOffset now)
    {
        var late = members.FindAll(each => each.AnswerBy <= now);
        foreach (var member in late) member.StopWaiting();
        return State is PairingState.Introduced or PairingState.NotMet && late.Count > 0 ? late[0] : null;
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

/// <summary>
/// Stored by name, for ever. Introduced → TimeFound → Met; NotMet can still become either of these. Ended and Undeliverable are ends. Proposed comes before Introduced where both must say
/// yes first; Declined is the end of what was only proposed.
/// </summary>
public enum PairingState
{
    Introduced,
    TimeFound,
    Met,
    NotMet,
    Ended,
    Undeliverable,
    Proposed,
    Declined,
}

/// <summary>Why a pairing ends before its people met.</summary>
public enum PairingEnd
{
    SomebodyGone,
    CouldNotBeOpened,

    /// <summary>Somebody said no to what was proposed, or it can no longer come about.</summary>
    NotAgreed,

    /// <summary>Not everybody said yes to what was proposed in time.</summary>
    NoAnswer,

    /// <summary>Somebody does not answer, or has no time after all.</summary>
    SomebodySilent,
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

    internal void Request(DateTimeOffset now) => AskedAt = now;

    /// <summary>What the person said of what was proposed; null while they have said nothing.</summary>
    public Consent? Consent { get; private set; }

    /// <summary>They were asked whether they are there, and have until this moment to say so.</summary>
    public DateTimeOffset? AnswerBy { get; private set; }

    /// <summary>They were asked once, and said that they are there.</summary>
    public bool SaidHere { get; private set; }

    internal void Release() => (IsReleased, AnswerBy) = (true, null);

    internal void Say(Consent consent) => Consent = consent;

    internal SilenceOutcome Ask(DateTimeOffset answerBy)
    {
        if (SaidHere) return SilenceOutcome.IsThere;
        if (AnswerBy is not null) return SilenceOutcome.AskedBefore;
        AnswerBy = answerBy;
        return SilenceOutcome.Asked;
    }

    internal bool IsHere()
    {
        if (AnswerBy is null) return false;
        (AnswerBy, SaidHere) = (null, true);
        return true;
    }

    internal void StopWaiting() => AnswerBy = null;
}
