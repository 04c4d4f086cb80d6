using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>Everybody in a round, in canonical order (by id), so that nothing depends on the order in which the snapshot lists them.</summary>
internal sealed class Roster
{
    public const int MostExtraSeats = 4;

    private readonly Dictionary<Guid, int> indexes;
    private readonly Meetings[][] met;

    public Roster(RoundSnapshot snapshot)
    {
        Snapshot = snapshot;
        Types = [.. RelationshipCatalog.All.Where(type => snapshot.Rules.RelationshipTypes.Contains(type.Key))];
        People = Read(snapshot, Types);
        indexes = People.DistinctBy(entry => entry.Facts.PersonId).ToDictionary(entry => entry.Facts.PersonId, entry => entry.Index);
        if (indexes.Count != People.Length) throw new ArgumentException("A person stands in the snapshot twice.", nameof(snapshot));

        HasExtraSeats = Array.Exists(People, person => ExtraSeatsOf(person) > 0);
        (Experiences, Trades) = NumberFacts(People);
        Hours = new SharedHours(People);
        met = Meetings.Of(snapshot.History, indexes);
        FindReportingLines();
    }

    public RoundSnapshot Snapshot { get; }

    /// <summary>The relationships that the program offers, in the catalogue's order; a type's index counts here.</summary>
    public IReadOnlyList<RelationshipType> Types { get; }

    public RosterEntry[] People { get; }

    public int Count => People.Length;

    public int IndexOf(Guid personId) => indexes[personId];

    /// <summary>One person of each level and years.</summary>
    public IReadOnlyList<RosterEntry> Experiences { get; }

    /// <summary>One person of each department and title.</summary>
    public IReadOnlyList<RosterEntry> Trades { get; }

    public SharedHours Hours { get; }

    /// <summary>Whether anybody takes several seekers at a time.</summary>
    public bool HasExtraSeats { get; }

    /// <summary>How many more seekers than one the person takes. Groups share one conversation, so there a giver has one.</summary>
    public int ExtraSeatsOf(RosterEntry person) => Snapshot.Rules.GroupSize > 2 ? 0 : Math.Clamp(person.Facts.Capacity - 1, 0, MostExtraSeats);

    /// <summary>What the rules and criteria ask of two people whatever their relationship.</summary>
    public PairFacts PairFactsOf(RosterEntry one, RosterEntry other)
    {
        var past = Meetings.Find(met[one.Index], other.Index);
        int? since = past.Count == 0 ? null : Snapshot.RoundNumber - past.LastRound;
        return new PairFacts(since, past.Count, Hours.Between(one, other), Snapshot.Rules.CoolDownRounds);
    }

    private static RosterEntry[] Read(RoundSnapshot snapshot, IReadOnlyList<RelationshipType> types)
    {
        var words = new Vocabulary();
        RosterEntry[] people = [.. snapshot.Candidates.OrderBy(candidate => candidate.PersonId).Select((candidate, index) => new RosterEntry(index, candidate, types, words))];
        var topics = new HashSet<int>();
        foreach (var skill in people.SelectMany(person => person.OfferedSkills.Concat(person.WantedSkills))) skill.AddTo(topics);
        foreach (var topic in Synonyms.Topics) words.Read(topic).AddTo(topics);
        foreach (var person in people) person.Topics = person.Goal.Among(topics);
        return people;
    }

    private static (IReadOnlyList<RosterEntry> Experiences, IReadOnlyList<RosterEntry> Trades) NumberFacts(RosterEntry[] people)
    {
        var (departments, places, jobs) = (Words(), Words(), Words());
        var (experiences, trades) = (new Kinds<(int?, int?)>(), new Kinds<(string?, string?)>());
        foreach (var person in people)
        {
            person.Department = NumberOf(departments, person.Facts.Department, person);
            person.Place = NumberOf(places, person.Facts.Location, person);
            person.Job = person.Title.IsEmpty ? 0 : NumberOf(jobs, $"{person.Facts.Title}|{string.Join('|', person.Facts.FormerFields)}", person); // whoever comes from elsewhere does the same job differently
            person.Trade = trades.Of((person.Facts.Department, person.Facts.Title), person);
            person.Experience = experiences.Of((person.Facts.Level, person.Facts.YearsOfExperience), person);
        }

        return (experiences.Examples, trades.Examples);
    }

    private static Kinds<string> Words() => new(StringComparer.OrdinalIgnoreCase);

    private static int NumberOf(Kinds<string> known, string? words, RosterEntry person) => string.IsNullOrWhiteSpace(words) ? 0 : 1 + known.Of(words.Trim(), person);

    private void FindReportingLines()
    {
        var managers = new Dictionary<Guid, Guid>();
        foreach (var line in Snapshot.ReportingLines) managers[line.PersonId] = line.ManagerId;
        foreach (var entry in People)
        {
            if (entry.Facts.ManagerId is { } manager) managers[entry.Facts.PersonId] = manager;
        }

        if (managers.Count == 0) return;

        foreach (var entry in People)
        {
            if (entry.Facts.ManagerId is { } own && indexes.TryGetValue(own, out var ofOwn)) entry.Manager = ofOwn;

            // Directories contain circles (two people who each report to the other), so the walk remembers where it has been.
            var seen = new HashSet<Guid> { entry.Facts.PersonId };
            var above = new List<int>();
            for (var at = entry.Facts.PersonId; managers.TryGetValue(at, out var manager) && seen.Add(manager); at = manager)
            {
                if (indexes.TryGetValue(manager, out var index)) above.Add(index);
            }

            entry.Above = [.. above];
        }
    }
}
