using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>One person of a round with what the criteria ask again and again, worked out once. <see cref="Index"/> counts in canonical order.</summary>
internal sealed class RosterEntry
{
    /// <summary>The rank of a relationship that the person does not wish for.</summary>
    public const int NoWish = -1;

    public const int NoYears = -1;

    public const int Nobody = -1;

    private static readonly HashSet<Guid> NoOne = [];

    private readonly int[] sought;
    private readonly int[] offered;
    private readonly IReadOnlyList<RelationshipType> types;

    public RosterEntry(int index, Candidate facts, IReadOnlyList<RelationshipType> types, Vocabulary words)
    {
        (Index, Facts, this.types) = (index, facts, types);
        sought = [.. types.Select(type => RankOf(type, facts.Seeks, facts.Offers))];
        offered = [.. types.Select(type => RankOf(type, facts.Offers, facts.Seeks))];
        Goal = words.Read(facts.Goal);
        Title = words.Read(facts.Title);
        FormerFields = WordSet.OfAll([.. facts.FormerFields.Select(words.Read)]);
        FormerPlaces = WordSet.OfAll([.. facts.FormerPlaces.Select(words.Read)]);
        OfferedSkills = [.. facts.SkillsOffered.Select(skill => words.Read(skill.Name))];
        WantedSkills = [.. facts.SkillsWanted.Select(skill => words.Read(skill.Name))];
        OfferedLevels = [.. facts.SkillsOffered.Select(skill => skill.Level)];
        WantedLevels = [.. facts.SkillsWanted.Select(skill => skill.Level)];
        AllOffered = WordSet.OfAll([Title, .. OfferedSkills]);
        AllWanted = WordSet.OfAll(WantedSkills);
        Blocked = facts.DoNotMatch.Count == 0 ? NoOne : [.. facts.DoNotMatch];
        Declined = facts.Declined.Count == 0 ? NoOne : [.. facts.Declined];
    }

    public int Index { get; }

    public Candidate Facts { get; }

    public string Name => Facts.Name;

    /// <summary>Departments, places and titles as numbers, the same for the same words; 0 where nothing is known.</summary>
    public int Department { get; set; }

    public int Place { get; set; }

    public int Job { get; set; }

    /// <summary><see cref="NoYears"/>, which is negative, where they are not known.</summary>
    public int Years => Facts.YearsOfExperience is { } years ? Math.Max(0, years) : NoYears;

    /// <summary>The number of everybody with the same level and years (<see cref="Roster.Experiences"/>).</summary>
    public int Experience { get; set; }

    /// <summary>The number of everybody with the same department and title (<see cref="Roster.Trades"/>).</summary>
    public int Trade { get; set; }

    /// <summary>The number of everybody with the same working hours (<see cref="Roster.Hours"/>).</summary>
    public int Hours { get; set; }

    public WordSet Goal { get; }

    /// <summary>What the goal is about: those of its words that name a skill. Two goals that share only "move" or "before" have nothing in common.</summary>
    public WordSet Topics { get; set; } = WordSet.Empty;

    public WordSet Title { get; }

    public WordSet FormerFields { get; }

    public WordSet FormerPlaces { get; }

    public WordSet[] OfferedSkills { get; }

    public WordSet[] WantedSkills { get; }

    public int[] OfferedLevels { get; }

    public int[] WantedLevels { get; }

    /// <summary>Words of the offered skills and of the title together.</summary>
    public WordSet AllOffered { get; }

    public WordSet AllWanted { get; }

    public HashSet<Guid> Blocked { get; }

    public HashSet<Guid> Declined { get; }

    /// <summary>The index of the person's own manager, or <see cref="Nobody"/> where that is not one of the round.</summary>
    public int Manager { get; set; } = Nobody;

    /// <summary>Indexes of everybody above in the reporting line who takes part.</summary>
    public int[] Above { get; set; } = [];

    /// <summary>The place of the relationship among what the person seeks (0 is the dearest wish), or <see cref="NoWish"/>.</summary>
    public int Seeks(int type) => sought[type];

    public int Offers(int type) => offered[type];

    public bool IsSymmetric(int type) => types[type].IsSymmetric;

    /// <summary>Null: never.</summary>
    public int? RoundsSinceHad(int type)
    {
        foreach (var had in Facts.Had)
        {
            if (had.RelationshipType == types[type].Key) return Math.Max(0, had.RoundsAgo);
        }

        return null;
    }

    /// <summary>
    /// Nobody is given a relationship that they did not ask for; a person without any wish joined with one word, and that means a peer.
    /// A relationship without sides may stand in either list.
    /// </summary>
    private static int RankOf(RelationshipType type, IReadOnlyList<string> list, IReadOnlyList<string> otherList)
    {
        if (list.Count == 0 && otherList.Count == 0) return type.IsSymmetric ? 0 : NoWish;

        var here = IndexOf(list, type.Key);
        if (!type.IsSymmetric) return here;

        var there = IndexOf(otherList, type.Key);
        return here < 0 ? there : there < 0 ? here : Math.Min(here, there);
    }

    private static int IndexOf(IReadOnlyList<string> list, string key)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == key) return i;
        }

        return NoWish;
    }
}
