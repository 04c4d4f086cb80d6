using System.Numerics;

namespace PairingBot.Benchmarks.Engine;

/// <summary>Made-up people with wishes, and how well two of them fit: the numbers that the real criteria produce, in their sizes and with
/// their clusters, without the real criteria.</summary>
internal sealed class Population
{
    private const int Peer = 1;
    private const int Week = 8;
    private static readonly int[] ZoneHours = [0, 1, 2, 6, 8, 9];
    private static readonly (int Give, int Take, int Least, int Best, int Worth)[] Relations =
        [(2, 4, 5, 10, 300), (8, 16, 2, 5, 250), (32, 64, 10, 15, 280)];

    private readonly Someone[] _people;

    public Population(int count, ulong seed)
    {
        var random = new SplitMix(seed);
        _people = new Someone[count];
        for (var i = 0; i < count; i++)
            _people[i] = Someone.Drawn(random, count);
    }

    public int Debt(int person) => _people[person].Debt;

    /// <summary>1 to 1000, or null where a rule forbids the pair.</summary>
    public int? Quality(int first, int second)
    {
        if (_people[first].Years < _people[second].Years)
            (first, second) = (second, first);
        var (elder, younger) = (_people[first], _people[second]);
        var hours = Week - Math.Abs(ZoneHours[elder.Zone] - ZoneHours[younger.Zone]);
        var gap = elder.Years - younger.Years;
        var best = (elder.Wishes & younger.Wishes & Peer) != 0 && gap <= 4 ? 200 + 25 * (4 - gap) : 0;
        foreach (var (give, take, least, ideal, worth) in Relations)
        {
            if ((elder.Wishes & give) != 0 && (younger.Wishes & take) != 0 && gap >= least)
                best = Math.Max(best, worth + Math.Max(0, 100 - 10 * Math.Abs(gap - ideal)));
        }

        var lastMet = elder.LastMet(second);
        if (best == 0 || hours <= 0 || lastMet == 0)
            return null;
        best += 60 * BitOperations.PopCount(elder.Skills & younger.Wants) + 30 * BitOperations.PopCount(younger.Skills & elder.Wants);
        best += (elder.Department != younger.Department ? 60 : 0) + 15 * hours - (lastMet < 4 ? 200 : 0);
        return Math.Clamp(best, 1, 1000);
    }

    private sealed record Someone(int Department, int Zone, int Years, ulong Skills, ulong Wants, int Wishes, int Debt, int[] Met)
    {
        public static Someone Drawn(SplitMix random, int count)
        {
            var years = random.Skewed(31);
            var wishes = random.Below(128) & (years >= 8 ? 127 : 1 | 4 | 16 | 64);
            var debt = random.Below(100) switch { < 90 => 0, < 98 => 1, _ => 2 };
            return new Someone(
                random.Skewed(12), random.Skewed(6), years, random.Bits(4, 64), random.Bits(3, 64), wishes == 0 ? Peer : wishes, debt,
                [random.Below(count), random.Below(count), random.Below(count), random.Below(count)]);
        }

        public int LastMet(int other)
        {
            var round = Array.IndexOf(Met, other);
            return round < 0 ? 4 : round;
        }
    }
}
