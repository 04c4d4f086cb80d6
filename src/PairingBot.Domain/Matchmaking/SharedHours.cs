using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>How many minutes two people both work, worked out once for each two kinds of working hours.</summary>
internal sealed class SharedHours
{
    // A table for more kinds would be larger than it is worth.
    private const int MostKinds = 1_000;

    private readonly int?[]? table;

    public SharedHours(RosterEntry[] people)
    {
        var kinds = new Kinds<string>();
        foreach (var person in people) person.Hours = kinds.Of(string.Join(';', person.Facts.WorkingMinutes.Select(range => $"{range.Start}-{range.End}")), person);
        Examples = kinds.Examples;
        if (Examples.Count <= MostKinds) table = [.. from one in Examples from other in Examples select Minutes(one, other)];
    }

    /// <summary>One person of each kind.</summary>
    public IReadOnlyList<RosterEntry> Examples { get; }

    /// <summary>False where nearly everybody has hours of their own: then kinds tell nothing.</summary>
    public bool AreKindsFew => table is not null;

    /// <summary>Null where one of them has not told.</summary>
    public int? Between(RosterEntry one, RosterEntry other) => table is null ? Minutes(one, other) : table[one.Hours * Examples.Count + other.Hours];

    private static int? Minutes(RosterEntry one, RosterEntry other)
    {
        var (here, there) = (one.Facts.WorkingMinutes, other.Facts.WorkingMinutes);
        return here.Count == 0 || there.Count == 0 ? null : here.Sum(range => there.Sum(another => Shared(range, another)));
    }

    private static int Shared(MinuteRange one, MinuteRange other) => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start));
}
