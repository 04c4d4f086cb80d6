using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Programs;

/// <summary>An offer of regular conversations to the people of one installation.</summary>
public sealed class PairingProgram
{
    private PairingProgram()
    {
    }

    public Guid Id { get; private set; }

    public Guid InstallationId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The channel in which a round is announced, by its id on the platform.</summary>
    public string? AnnounceIn { get; private set; }

    public Cadence Cadence { get; private set; } = Cadence.WeeklyOnMonday("Etc/UTC");

    /// <summary>Keys of the relationship types on offer.</summary>
    public IReadOnlyList<string> RelationshipTypes { get; private set; } = [];

    public int GroupSize { get; private set; }

    public int CoolDownRounds { get; private set; }

    public int LastRoundNumber { get; private set; }

    /// <summary>By the rhythm.</summary>
    public DateTimeOffset NextRoundAt { get; private set; }

    /// <summary>Set while an organizer waits for a round out of turn.</summary>
    public DateTimeOffset? RoundWantedAt { get; private set; }

    /// <summary>Who ran the program last: told how a round goes out, and what needs a hand. Null until somebody did.</summary>
    public Guid? OrganizerId { get; private set; }

    /// <summary>No organizer has touched it yet: its zone follows what the directory says.</summary>
    public bool IsAsCreated { get; private set; }

    public ProgramRules Rules => new(RelationshipTypes, GroupSize, CoolDownRounds);

    /// <summary>The program that every installation begins with.</summary>
    public static PairingProgram WeeklyCoffee(Guid installation, string timeZone, IReadOnlyList<string> relationshipTypes, DateTimeOffset now)
    {
        var cadence = Cadence.WeeklyOnMonday(timeZone);
        return new()
        {
            InstallationId = installation,
            Name = "Weekly coffee",
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
        AnnounceIn = draft.AnnounceIn;
        RelationshipTypes = draft.RelationshipTypes;
        GroupSize = draft.GroupSize;
        CoolDownRounds = draft.CoolDownRounds;
        IsAsCreated = false;
        if (Cadence == draft.Cadence) return;
        Cadence = draft.Cadence;
        NextRoundAt = Cadence.FirstAfter(now);
    }

    public void RunBy(Person organizer) => OrganizerId = organizer.Id;

    /// <summary>An organizer wants a round at once; the rhythm stays as it was.</summary>
    public void WantRoundNow(DateTimeOffset now)
    {
        if (!IsDue(now)) RoundWantedAt = now;
    }

    public bool IsDue(DateTimeOffset now) => NextRoundAt <= now || RoundWantedAt <= now;

    /// <summary>Counts the round that opens now and plans the one after it.</summary>
    public int OpenRound(DateTimeOffset now)
    {
        PassRound(now);
        return ++LastRoundNumber;
    }

    /// <summary>Nobody takes part this time: on to the next date.</summary>
    public void PassRound(DateTimeOffset now)
    {
        RoundWantedAt = null;
        if (NextRoundAt <= now) NextRoundAt = Cadence.NextAfter(NextRoundAt, now);
    }
}

/// <summary>What an organizer filled in, checked.</summary>
public sealed record ProgramDraft(string Name, string? AnnounceIn, Cadence Cadence, IReadOnlyList<string> RelationshipTypes, int GroupSize, int CoolDownRounds);
