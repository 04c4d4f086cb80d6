using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Programs;

/// <summary>An offer of regular conversations to the people of one installation.</summary>
public sealed class PairingProgram
{
    /// <summary>A pause lasts a year at most, and the slowest rhythm is every fourth round.</summary>
    private const int FarthestRounds = 60;

    private PairingProgram()
    {
    }

    public Guid Id { get; private set; }

    public Guid InstallationId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>
    /// The program's channel, by its id on the platform: rounds are announced there, and it is where the program lives (see <see cref="ChannelJoining"/>). One
    /// channel for both, because organizers think of one ("our coffee channel"), and two fields that nearly always say the same are one too many.
    /// </summary>
    public string? AnnounceIn { get; private set; }

    /// <summary>What joining the channel means.</summary>
    public ChannelJoining ChannelJoining { get; private set; }

    /// <summary>The channel whose members have been told that the program lives there; null while they have not.</summary>
    public string? GreetedIn { get; private set; }

    /// <summary>Why the channel cannot be written to, in the platform's word; the organizer has been told.</summary>
    public string? ChannelTrouble { get; private set; }

    /// <summary>Who saved the program, or ran a round of it, last: told how a round goes out, and when something needs a hand.</summary>
    public Guid? RunBy { get; private set; }

    /// <summary>Whether guests of the workspace are paired like members.</summary>
    public bool GuestsMayTakePart { get; private set; }

    /// <summary>Whether people are asked before each round, and what their silence means.</summary>
    public WeekQuestion WeekQuestion { get; private set; }

    public Cadence Cadence { get; private set; } = Cadence.WeeklyOnMonday(Zones.Unsaid);

    /// <summary>Keys of the relationship types on offer.</summary>
    public IReadOnlyList<string> RelationshipTypes { get; private set; } = [];

    public int GroupSize { get; private set; }

    public int CoolDownRounds { get; private set; }

    public int LastRoundNumber { get; private set; }

    /// <summary>By the rhythm.</summary>
    public DateTimeOffset NextRoundAt { get; private set; }

    /// <summary>Set while an organizer waits for a round out of turn.</summary>
    public DateTimeOffset? RoundWantedAt { get; private set; }

    /// <summary>No organizer has touched it yet: its zone follows what the directory says.</summary>
    public bool IsAsCreated { get; private set; }

    /// <summary>Whoever has one of these standings may take part. The one place that says so; queries ask with this list, everything else with <see cref="Admits"/>.</summary>
    public IReadOnlyList<DirectoryStanding> Admitted => GuestsMayTakePart ? [DirectoryStanding.Member, DirectoryStanding.Guest] : [DirectoryStanding.Member];

    public ProgramRules Rules => new(RelationshipTypes, GroupSize, CoolDownRounds);

    /// <summary>The program that every installation begins with.</summary>
    public static PairingProgram WeeklyCoffee(Guid installation, string timeZone, IReadOnlyList<string> relationshipTypes, DateTimeOffset now)
    {
        var cadence = Cadence.WeeklyOnMonday(timeZone);
        return new()
        {
            InstallationId = installation,
            Name = Texts.Plain("program.first-name"),
            Cadence = cadence,
            RelationshipTypes = relationshipTypes,
            GroupSize = 2,
            CoolDownRounds = 8,
            NextRoundAt = cadence.FirstAfter(now),
            IsAsCreated = true,
        };
    }

    public void MoveTo(string timeZone, DateTimeOffset now)
    {
        if (!IsAsCreated || Cadence.TimeZone == timeZone) return;
        Cadence = Cadence with { TimeZone = timeZone };
        if (NextRoundAt > now) NextRoundAt = Cadence.FirstAfter(now);
    }

    public void Change(ProgramDraft draft, DateTimeOffset now)
    {
        Name = draft.Name;
        if (!draft.KeepsChannel) MoveInto(draft.AnnounceIn);
        RelationshipTypes = draft.RelationshipTypes;
        GroupSize = draft.GroupSize;
        CoolDownRounds = draft.CoolDownRounds;
        GuestsMayTakePart = draft.GuestsMayTakePart ?? GuestsMayTakePart;
        WeekQuestion = draft.WeekQuestion ?? WeekQuestion;
        ChannelJoining = draft.ChannelJoining ?? ChannelJoining;
        IsAsCreated = false;
        if (Cadence == draft.Cadence) return;
        Cadence = draft.Cadence;
        NextRoundAt = Cadence.FirstAfter(now);
    }

    public bool Admits(Person person) => Admitted.Contains(person.Standing) && person.IsReachable;

    public void IsRunBy(Person organizer) => RunBy = organizer.Id;

    /// <summary>Another channel, or none. The same again changes nothing.</summary>
    public void MoveInto(string? channel)
    {
        if (AnnounceIn == channel) return;
        (AnnounceIn, GreetedIn, ChannelTrouble) = (channel, null, null);
    }

    /// <summary>The platform has given the channel another id; it is the same channel.</summary>
    public void ChannelIsNow(string id) => (AnnounceIn, GreetedIn) = (id, GreetedIn is null ? null : id);

    /// <summary>Says once, to those who are in the channel already, that the program lives there.</summary>
    /// <returns>Whether it is to be said now.</returns>
    public bool Greet()
    {
        if (AnnounceIn is null || ChannelJoining == ChannelJoining.Nothing || GreetedIn == AnnounceIn) return false;
        GreetedIn = AnnounceIn;
        return true;
    }

    /// <summary>The channel cannot be written to; whatever was said there was not heard.</summary>
    /// <returns>Whether this is news.</returns>
    public bool LoseChannel(string reason)
    {
        GreetedIn = null;
        if (ChannelTrouble is not null) return false;
        ChannelTrouble = reason;
        return true;
    }

    public void RegainChannel() => ChannelTrouble = null;

    /// <summary>
    /// The first round in which this participant would take part by their own rhythm, pauses and skips, and when it opens. The one place from which people are told
    /// of their next date. Whoever waits for something without a date (to come back to the channel, to say that they are in) is told of the next round.
    /// </summary>
    public OwnRound NextFor(Participant? participant)
    {
        var (number, at) = (LastRoundNumber + 1, NextRoundAt);
        if (participant is null) return new OwnRound(number, at);
        for (var ahead = 0; ahead < FarthestRounds; ahead++, number++, at = Cadence.NextAfter(at, at))
        {
            if (participant.IsEligible(number, at)) return new OwnRound(number, at);
        }

        return new OwnRound(LastRoundNumber + 1, NextRoundAt);
    }

    /// <summary>The round that "skip" means: one that is skipped already, one that waits for a yes, else the next that they would take part in.</summary>
    public OwnRound SkippableFor(Participant participant)
    {
        var chosen = Math.Max(participant.SkipsRound ?? 0, participant.NeedsYesFor ?? 0);
        return chosen > LastRoundNumber ? new OwnRound(chosen, OpensAt(chosen)) : NextFor(participant);
    }

    /// <summary>When this round to come opens, if all goes by the rhythm.</summary>
    public DateTimeOffset OpensAt(int round)
    {
        var at = NextRoundAt;
        for (var ahead = LastRoundNumber + 1; ahead < round; ahead++) at = Cadence.NextAfter(at, at);
        return at;
    }

    /// <summary>Which round ran at a moment of the past, counted back by the rhythm: 0 and less before the first. For what people did in another program.</summary>
    public int RoundAt(DateTimeOffset moment)
    {
        var length = Cadence.NextAfter(NextRoundAt, NextRoundAt) - NextRoundAt;
        return LastRoundNumber + 1 - Math.Max(1, (int)Math.Ceiling((NextRoundAt - moment) / length));
    }

    /// <summary>The people here have this program for their own again: its rhythm begins anew.</summary>
    public void Wake(DateTimeOffset now) => (NextRoundAt, RoundWantedAt) = (Cadence.FirstAfter(now), null);

    /// <summary>An organizer wants a round at once; the rhythm stays as it was.</summary>
    public void WantRoundNow(DateTimeOffset now)
    {
        if (!IsDue(now)) RoundWantedAt = now;
    }

    public bool IsDue(DateTimeOffset now) => NextRoundAt <= now || RoundWantedAt <= now;

    /// <summary>Counts the round that opens now and plans the one after it.</summary>
    public int OpenRound(DateTimeOffset now)
    {
        MoveOn(now);
        return ++LastRoundNumber;
    }

    /// <summary>
    /// Nobody takes part this time: on to the next date. Where there are participants the round counts all the same, for whoever skipped it or never said yes did so
    /// for this one, and not for the next.
    /// </summary>
    public void PassRound(DateTimeOffset now, bool hasParticipants = false)
    {
        MoveOn(now);
        if (hasParticipants) LastRoundNumber++;
    }

    private void MoveOn(DateTimeOffset now)
    {
        RoundWantedAt = null;
        if (NextRoundAt <= now) NextRoundAt = Cadence.NextAfter(NextRoundAt, now);
    }
}

/// <summary>What an organizer filled in, checked.</summary>
public sealed record ProgramDraft(string Name, string? AnnounceIn, Cadence Cadence, IReadOnlyList<string> RelationshipTypes, int GroupSize, int CoolDownRounds)
{
    /// <summary>Null: as it was.</summary>
    public ChannelJoining? ChannelJoining { get; init; }

    public bool? GuestsMayTakePart { get; init; }

    public WeekQuestion? WeekQuestion { get; init; }

    /// <summary>The form named no channel, because it was opened where the program's channel is not.</summary>
    public bool KeepsChannel { get; init; }
}

/// <summary>What joining the program's channel means. Stored by name, for ever.</summary>
public enum ChannelJoining
{
    /// <summary>One invitation, which nobody has to answer.</summary>
    Invites,

    /// <summary>Whoever joins takes part, is told so, and is out again with one press.</summary>
    Enrols,

    /// <summary>Rounds are announced there, and that is all.</summary>
    Nothing,
}

/// <summary>Whether people are asked "in this week?" before a round. Stored by name, for ever.</summary>
public enum WeekQuestion
{
    NotAsked,
    SilenceIsIn,
    SilenceIsOut,
}

/// <summary>A round as one participant counts: its number in the program, and when it opens.</summary>
public sealed record OwnRound(int Number, DateTimeOffset At);
