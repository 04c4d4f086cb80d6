namespace PairingBot.Domain.Rounds;

/// <summary>
/// Everything that a plan is made from, frozen when the round opens and stored with it: the same snapshot gives the same plan on any machine, in
/// whatever order its lists come. Holds facts only; nothing in it is looked up again.
/// </summary>
public sealed record RoundSnapshot
{
    public required int RoundNumber { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Decides between equals; nothing else in a round is left to chance.</summary>
    public required long Seed { get; init; }

    public required ProgramRules Rules { get; init; }

    public required IReadOnlyList<Candidate> Candidates { get; init; }

    /// <summary>Who met whom in earlier rounds of this program; each pair of a trio is one entry.</summary>
    public required IReadOnlyList<PastMeeting> History { get; init; }

    /// <summary>Who belongs to the program and does not take part this time: they pause, skip the round, or their own rhythm lets them wait. Asked only to say why somebody is left out.</summary>
    public IReadOnlyList<Candidate> Resting { get; init; } = [];

    /// <summary>Who reports to whom among people who do not take part: a chain of managers may pass through them.</summary>
    public IReadOnlyList<ReportingLine> ReportingLines { get; init; } = [];
}

/// <summary>One step upward.</summary>
public sealed record ReportingLine(Guid PersonId, Guid ManagerId);

/// <summary>
/// What the program allows. <paramref name="RelationshipTypes"/>: keys of the catalogue; <paramref name="GroupSize"/> 2 to 8;
/// <paramref name="CoolDownRounds"/>: for so many rounds nobody meets the same person again (0: no rule).
/// </summary>
public sealed record ProgramRules(IReadOnlyList<string> RelationshipTypes, int GroupSize, int CoolDownRounds);

/// <summary>Two people who were introduced to each other in round <paramref name="RoundNumber"/>.</summary>
public sealed record PastMeeting(Guid One, Guid Other, int RoundNumber)
{
    /// <summary>The two, in an order that does not depend on who is named first. (A method, for properties are stored.)</summary>
    public (Guid, Guid) Ends() => One < Other ? (One, Other) : (Other, One);
}

/// <summary>A participant who takes part in this round, with every fact that a rule or a criterion may ask for. Missing facts are null or empty, never guessed.</summary>
public sealed record Candidate
{
    /// <summary>So many rounds back <see cref="GivenLately"/> counts.</summary>
    public const int LatelyRounds = 8;

    public required Guid PersonId { get; init; }

    /// <summary>How reasons call the person.</summary>
    public required string Name { get; init; }

    /// <summary>1 junior, 2 mid, 3 senior, 4 lead, 5 director, 6 executive.</summary>
    public int? Level { get; init; }

    public int? YearsOfExperience { get; init; }

    public string? Department { get; init; }

    public string? Location { get; init; }

    /// <summary>Fields and places in which the person has worked before, in free words.</summary>
    public IReadOnlyList<string> FormerFields { get; init; } = [];

    public IReadOnlyList<string> FormerPlaces { get; init; } = [];

    /// <summary>Whole years here.</summary>
    public int? Tenure { get; init; }

    public string? Title { get; init; }

    public string? Goal { get; init; }

    /// <summary>Keys of relationship types in which the person wants to receive (peer counts in either list).</summary>
    public IReadOnlyList<string> Seeks { get; init; } = [];

    /// <summary>Keys of relationship types in which the person is ready to give.</summary>
    public IReadOnlyList<string> Offers { get; init; } = [];

    public IReadOnlyList<SkillFact> SkillsOffered { get; init; } = [];

    public IReadOnlyList<SkillFact> SkillsWanted { get; init; } = [];

    public Guid? ManagerId { get; init; }

    /// <summary>Working hours as minutes of the UTC day at the time of the snapshot, start before end; an interval over midnight is two.</summary>
    public IReadOnlyList<MinuteRange> WorkingMinutes { get; init; } = [];

    /// <summary>People whom this person asked, in silence, never to be matched with. Holds in both directions.</summary>
    public IReadOnlyList<Guid> DoNotMatch { get; init; } = [];

    /// <summary>People to whom, when both were asked apart, one of the two said no (it is not kept here who): they are not proposed to each other again.</summary>
    public IReadOnlyList<Guid> Declined { get; init; } = [];

    /// <summary>How many rounds in a row the person wanted to take part and was left out.</summary>
    public int TimesLeftOut { get; init; }

    /// <summary>How many seekers the person is ready to help in one round; as a seeker or a peer always one.</summary>
    public int Capacity { get; init; } = 1;

    /// <summary>Takes part in every n-th round.</summary>
    public int EveryRounds { get; init; } = 1;

    /// <summary>Null: never.</summary>
    public int? RoundsSincePaired { get; init; }

    /// <summary>Which relationships the person has had, as the one who seeks or as a peer, and how many rounds ago last. Those they never had are not here.</summary>
    public IReadOnlyList<HadRelationship> Had { get; init; } = [];

    /// <summary>How many conversations as giver in the last eight rounds of the program.</summary>
    public int GivenLately { get; init; }
}

/// <summary><paramref name="RelationshipType"/>: its key.</summary>
public sealed record HadRelationship(string RelationshipType, int RoundsAgo);

/// <summary>A skill by its normalized name and a level 1 (first steps) to 5 (others learn from me).</summary>
public sealed record SkillFact(string Name, int Level);

/// <summary>Minutes of a UTC day, 0 to 1440, start included, end not.</summary>
public sealed record MinuteRange(int Start, int End);
