using System.Runtime.InteropServices;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>Everybody in a round, in canonical order (by id), so that nothing depends on the order in which the snapshot lists them.</summary>
internal sealed class Roster
{
    public const int MostExtraSeats = 4;

    private readonly Dictionary<Guid, int> indexes;
    private readonly Dictionary<(int, int), Meetings> met = [];

    public Roster(RoundSnapshot snapshot)
    {
        Snapshot = snapshot;
        Types = [.. RelationshipCatalog.All.Where(type => snapshot.Rules.RelationshipTypes.Contains(type.Key))];
        var words = new Vocabulary();
        var ordered = snapshot.Candidates.OrderBy(candidate => candidate.PersonId).ToList();
        People = [.. ordered.Select((candidate, index) => new RosterEntry(index, candidate, Types, words))];
        var skills = ordered.SelectMany(person => person.SkillsOffered.Concat(person.SkillsWanted)).Select(skill => skill.Name);
        var topics = words.Read(string.Join(' ', Synonyms.Topics.Concat(skills)));
        foreach (var entry in People) entry.Topics = entry.Goal.Among(topics);
        if (ordered.DistinctBy(candidate => candidate.PersonId).Count() != ordered.Count)
            throw new ArgumentException("A person stands in the snapshot twice.", nameof(snapshot));

        indexes = People.ToDictionary(entry => entry.Facts.PersonId, entry => entry.Index);
        HasExtraSeats = Array.Exists(People, person => ExtraSeatsOf(person) > 0);
        CountMeetings();
        FindReportingLines();
    }

    public RoundSnapshot Snapshot { get; }

    /// <summary>The relationships that the program offers, in the catalogue's order; a type's index counts here.</summary>
    public IReadOnlyList<RelationshipType> Types { get; }

    public RosterEntry[] People { get; }

    public int Count => People.Length;

    /// <summary>Whether anybody takes several seekers at a time.</summary>
    public bool HasExtraSeats { get; }

    /// <summary>How many more seekers than one the person takes. Groups share one conversation, so there a giver has one.</summary>
    public int ExtraSeatsOf(RosterEntry person) => Snapshot.Rules.GroupSize > 2 ? 0 : Math.Clamp(person.Facts.Capacity - 1, 0, MostExtraSeats);

    /// <summary>What the rules and criteria ask of two people whatever their relationship.</summary>
    public PairFacts PairFactsOf(RosterEntry one, RosterEntry other)
    {
        var past = met.GetValueOrDefault(Ordered(one.Index, other.Index));
        int? since = past.Count == 0 ? null : Snapshot.RoundNumber - past.LastRound;
        return new PairFacts(since, past.Count, SharedMinutes(one.Facts.WorkingMinutes, other.Facts.WorkingMinutes), Snapshot.Rules.CoolDownRounds);
    }

    private static (int, int) Ordered(int one, int other) => one < other ? (one, other) : (other, one);

    private void CountMeetings()
    {
        foreach (var meeting in Snapshot.History)
        {
            if (!indexes.TryGetValue(meeting.One, out var one) || !indexes.TryGetValue(meeting.Other, out var other) || one == other) continue;

            var before = met.GetValueOrDefault(Ordered(one, other));
            met[Ordered(one, other)] = new Meetings(before.Count + 1, before.Count == 0 ? meeting.RoundNumber : Math.Max(before.LastRound, meeting.RoundNumber));
        }
    }

    private void FindReportingLines()
    {
        var managers = new Dictionary<Guid, Guid>();
        foreach (var line in Snapshot.ReportingLines) managers[line.PersonId] = line.ManagerId;
        foreach (var entry in People)
        {
            if (entry.Facts.ManagerId is { } manager) managers[entry.Facts.PersonId] = manager;
        }

        foreach (var entry in People)
        {
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

    private static int? SharedMinutes(IReadOnlyList<MinuteRange> one, IReadOnlyList<MinuteRange> other)
    {
        if (one.Count == 0 || other.Count == 0) return null;

        var shared = 0;
        for (var i = 0; i < one.Count; i++)
        {
            for (var j = 0; j < other.Count; j++)
                shared += Math.Max(0, Math.Min(one[i].End, other[j].End) - Math.Max(one[i].Start, other[j].Start));
        }

        return shared;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Meetings(int Count, int LastRound);
}
