namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Decides between plans of equal quality, by the round's seed: so the plan does not depend on the solver's habits. Half of its range prefers one day of a
/// round-robin tournament (each two of n people meet exactly once in n - 1 days), the day whose pairs have met least: where newness is all that counts, whole
/// days are used up one after the other, and nobody is painted into a corner. The other half is chance.
/// </summary>
internal sealed class TieBreak
{
    private readonly ulong seed;
    private readonly int half;
    private readonly int seats;
    private readonly int today;

    public TieBreak(Roster roster, int range)
    {
        seed = (ulong)roster.Snapshot.Seed;
        half = range / 2;
        seats = roster.Count + roster.Count % 2;
        today = half == 0 ? 0 : LeastUsedDay(roster);
    }

    /// <summary>0 to the range, the range excluded; the same for both orders.</summary>
    public int Between(int one, int other)
    {
        if (half == 0) return 0;

        var (low, high) = one < other ? (one, other) : (other, one);
        var chance = (int)(Mix(seed ^ Mix(((ulong)low << 32) | (uint)high)) % (ulong)half);
        return DayOf(low, high) == today ? half + chance : chance;
    }

    // The circle method: the last seat stands still, the others move on by one each day.
    private int DayOf(int low, int high) => high == seats - 1 ? 2 * low % (seats - 1) : (low + high) % (seats - 1);

    private int LeastUsedDay(Roster roster)
    {
        if (roster.Count < 3) return 0;

        var used = new int[seats - 1];
        var seatOf = roster.People.ToDictionary(person => person.Facts.PersonId, person => person.Index);
        foreach (var meeting in roster.Snapshot.History)
        {
            if (!seatOf.TryGetValue(meeting.One, out var one) || !seatOf.TryGetValue(meeting.Other, out var other) || one == other) continue;

            used[one < other ? DayOf(one, other) : DayOf(other, one)]++;
        }

        return Enumerable.Range(0, used.Length).MinBy(day => (used[day], Mix(seed ^ (ulong)day)));
    }

    /// <summary>SplitMix64: spreads every bit over all others, the same on any machine.</summary>
    internal static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
