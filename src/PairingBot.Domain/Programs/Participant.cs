using PairingBot.Domain.People;

namespace PairingBot.Domain.Programs;

/// <summary>A person in a program: in, paused or gone, with what they look for there.</summary>
public sealed class Participant
{
    /// <summary>Each is a conversation of its own, and half an hour.</summary>
    public const int MostCapacity = 5;

    private Participant()
    {
    }

    public Guid Id { get; private set; }

    public Guid ProgramId { get; private set; }

    public Guid PersonId { get; private set; }

    public bool HasLeft { get; private set; }

    /// <summary>Left out of rounds until this moment; a pause ends by itself.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>The one round that the person sits out by their own wish.</summary>
    public int? SkipsRound { get; private set; }

    /// <summary>The last round for which the person was asked whether they are in.</summary>
    public int? AskedForRound { get; private set; }

    /// <summary>The round that the person sits out unless they say that they are in: they were asked, and told that silence means no.</summary>
    public int? NeedsYesFor { get; private set; }

    /// <summary>The last round for which their calendar need not be looked at any more: it was, or they have said themselves whether they are in.</summary>
    public int? CalendarSeenFor { get; private set; }

    /// <summary>Has left the program's channel: paused until they come back or say that they stay in anyway.</summary>
    public bool IsAway { get; private set; }

    /// <summary>Did not answer when a partner waited for them: paused until they say that they are back.</summary>
    public bool IsResting { get; private set; }

    /// <summary>When the platform last told of the person coming to or leaving the channel; what is older comes late and is no news.</summary>
    public DateTimeOffset? ChannelNewsAt { get; private set; }

    public IReadOnlyList<string> Seeks { get; private set; } = [];

    public IReadOnlyList<string> Offers { get; private set; } = [];

    /// <summary>How many seekers the person is ready to help in one round, in any of what they offer: 1 to 5. As a seeker or a peer it is always one.</summary>
    public int Capacity { get; private set; } = 1;

    /// <summary>Takes part in every n-th round: 1, 2 or 4.</summary>
    public int EveryRounds { get; private set; } = 1;

    public DateTimeOffset JoinedAt { get; private set; }

    public int? LastPairedRound { get; private set; }

    /// <summary>How many rounds in a row the person wanted and did not get.</summary>
    public int TimesLeftOut { get; private set; }

    public static Participant Join(PairingProgram program, Person person, string defaultType, DateTimeOffset now) =>
        new() { ProgramId = program.Id, PersonId = person.Id, Seeks = [defaultType], JoinedAt = now };

    public ParticipantState StateAt(DateTimeOffset now) =>
        HasLeft ? ParticipantState.Left : IsAway || IsResting || PausedUntil > now ? ParticipantState.Paused : ParticipantState.Active;

    /// <summary>Whether the person takes part in this round: in, not paused, not skipping, and their own rhythm has come round (whoever was left out comes at once).</summary>
    public bool IsEligible(int round, DateTimeOffset now) =>
        StateAt(now) == ParticipantState.Active
        && !SitsOut(round)
        && (LastPairedRound is not { } last || TimesLeftOut > 0 || round - last >= EveryRounds);

    /// <summary>By their own wish, or because they have not said yes to it.</summary>
    public bool SitsOut(int round) => SkipsRound == round || NeedsYesFor == round;

    public void Return()
    {
        HasLeft = IsAway = IsResting = false;
        PausedUntil = null;
        SkipsRound = NeedsYesFor = null;
    }

    /// <summary>Asked whether they are in; <paramref name="silenceIsOut"/>: they sit the round out unless they say so.</summary>
    public void Ask(int round, bool silenceIsOut) => (AskedForRound, NeedsYesFor) = (round, silenceIsOut ? round : null);

    /// <summary>Whether their calendar says that they are away: then they sit the round out, unless they say that they are in.</summary>
    public void SeeCalendar(int round, bool isAway)
    {
        CalendarSeenFor = round;
        if (isAway) SkipsRound = round;
    }

    /// <summary>The answer, for this round only; it can be changed until the round opens. It goes before what a calendar says.</summary>
    public void Answer(int round, bool isIn)
    {
        NeedsYesFor = null;
        CalendarSeenFor = round;
        if (!isIn) SkipsRound = round;
        else if (SkipsRound == round) SkipsRound = null;
    }

    /// <summary>Left the channel.</summary>
    /// <returns>Whether this pauses somebody who took part until now.</returns>
    public bool GoAway(DateTimeOffset at, DateTimeOffset now)
    {
        if (!IsNews(at)) return false;
        var wasActive = StateAt(now) == ParticipantState.Active;
        IsAway = !HasLeft;
        return wasActive;
    }

    /// <summary>Came to the channel (again).</summary>
    /// <returns>Whether this ends the pause that leaving it began.</returns>
    public bool ComeBack(DateTimeOffset at, DateTimeOffset now)
    {
        if (!IsNews(at) || !IsAway) return false;
        IsAway = false;
        return StateAt(now) == ParticipantState.Active;
    }

    public void Leave() => HasLeft = true;

    /// <summary>A date takes the place of a rest without one.</summary>
    public void Pause(DateTimeOffset until) => (PausedUntil, IsResting) = (until, false);

    /// <summary>From the next round on, until they come back.</summary>
    public void Rest() => IsResting = !HasLeft;

    public void Skip(int round) => SkipsRound = round;

    public void Wish(IReadOnlyList<string> seeks, IReadOnlyList<string> offers, int capacity, int everyRounds) =>
        (Seeks, Offers, Capacity, EveryRounds) = (seeks, offers, Math.Clamp(capacity, 1, MostCapacity), everyRounds);

    /// <summary>Said once for each pairing of the round; a giver may have several.</summary>
    public void Paired(int round) => (LastPairedRound, TimesLeftOut) = (round, 0);

    /// <summary>By the plan, or because their match came to nothing: they come at once next time, also where their own rhythm would let them wait.</summary>
    public void LeftOut() => TimesLeftOut++;

    /// <summary>Another account of the same person took part, too, and does so no more: whoever still takes part says with what.</summary>
    public void TakeOver(Participant other)
    {
        if (HasLeft && !other.HasLeft)
        {
            (HasLeft, PausedUntil, SkipsRound, NeedsYesFor, IsAway, IsResting) = (false, other.PausedUntil, other.SkipsRound, other.NeedsYesFor, other.IsAway, other.IsResting);
            Wish(other.Seeks, other.Offers, other.Capacity, other.EveryRounds);
        }

        TimesLeftOut = Math.Max(TimesLeftOut, other.TimesLeftOut);
        LastPairedRound = other.LastPairedRound > LastPairedRound || LastPairedRound is null ? other.LastPairedRound : LastPairedRound;
        other.Leave();
    }

    private bool IsNews(DateTimeOffset at)
    {
        if (ChannelNewsAt >= at) return false;
        ChannelNewsAt = at;
        return true;
    }
}

public enum ParticipantState
{
    Active,
    Paused,
    Left,
}
