using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Everybody at a glance, and sorted into a few kinds: people of the same experience (level and years) and people of the same working hours. What
/// a criterion says of two kinds it says of all people of those kinds, so it is asked once for the kinds (see <see cref="RelationshipBounds"/>).
/// </summary>
internal sealed class Glances
{
    // Beyond this many kinds of hours a table of them would be larger than the gain: then all count as alike.
    private const int MostKindsOfHours = 1_000;

    private readonly Glance[] all;

    public Glances(Roster roster)
    {
        var (departments, places, jobs) = (new Numbers(), new Numbers(), new Numbers());
        all = [.. roster.People.Select(person => new Glance(person, departments.Of(person.Facts.Department), places.Of(person.Facts.Location),
            person.Title.IsEmpty ? 0 : jobs.Of(person.Facts.Title)))];
        var experience = new Kinds<(int?, int?)>(roster, person => (person.Facts.Level, person.Facts.YearsOfExperience));
        (Experience, KindsOfExperience) = (experience.Of, experience.Examples);
        var hours = new Kinds<string>(roster, person => string.Join(';', person.Facts.WorkingMinutes.Select(range => $"{range.Start}-{range.End}")));
        AreHoursKnown = hours.Examples.Count <= MostKindsOfHours;
        (Hours, KindsOfHours) = AreHoursKnown ? (hours.Of, hours.Examples) : (new int[roster.Count], [roster.People[0]]);
    }

    /// <summary>For each person the number of their kind.</summary>
    public int[] Experience { get; }

    public int[] Hours { get; }

    /// <summary>One person of each kind.</summary>
    public IReadOnlyList<RosterEntry> KindsOfExperience { get; }

    public IReadOnlyList<RosterEntry> KindsOfHours { get; }

    public bool AreHoursKnown { get; }

    public ref readonly Glance this[int person] => ref all[person];

    /// <summary>Words as numbers from 1 on, as <see cref="Criteria.DifferentBackground"/> compares them; 0 for none.</summary>
    private sealed class Numbers
    {
        private readonly Dictionary<string, int> known = new(StringComparer.OrdinalIgnoreCase);

        public int Of(string? words)
        {
            if (string.IsNullOrWhiteSpace(words)) return 0;
            if (!known.TryGetValue(words.Trim(), out var number)) known[words.Trim()] = number = known.Count + 1;
            return number;
        }
    }

    private sealed class Kinds<TKey>
        where TKey : notnull
    {
        public Kinds(Roster roster, Func<RosterEntry, TKey> keyOf)
        {
            var numbers = new Dictionary<TKey, int>();
            foreach (var person in roster.People)
            {
                if (numbers.TryAdd(keyOf(person), numbers.Count)) Examples.Add(person);
            }

            Of = [.. roster.People.Select(person => numbers[keyOf(person)])];
        }

        public int[] Of { get; }

        public List<RosterEntry> Examples { get; } = [];
    }
}
