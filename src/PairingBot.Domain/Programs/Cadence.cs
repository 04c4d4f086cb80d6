using PairingBot.Domain.People;

namespace PairingBot.Domain.Programs;

/// <summary>When rounds open: a weekday and time on the clocks of a zone, every few weeks or on the month's first such day.</summary>
public sealed record Cadence(DayOfWeek Day, TimeOnly Time, string TimeZone, Every Every)
{
    public static Cadence WeeklyOnMonday(string timeZone) => new(DayOfWeek.Monday, new TimeOnly(10, 0), timeZone, Every.Week);

    public TimeZoneInfo Zone => Zones.Find(TimeZone);

    /// <summary>The first opening after this moment, as if the program were new.</summary>
    public DateTimeOffset FirstAfter(DateTimeOffset moment) => From(Zones.Day(Zone, moment), moment, _ => true);

    /// <summary>The next opening after one that was due at <paramref name="opened"/> and that is still ahead of <paramref name="now"/>: rounds that were missed are not made up for.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset opened, DateTimeOffset now)
    {
        var next = opened;
        do next = Every == Every.Month ? From(Zones.Day(Zone, next), next, day => day.Day <= 7) : From(Zones.Day(Zone, next).AddDays((7 * (int)Every) - 6), next, _ => true);
        while (next <= now);
        return next;
    }

    /// <summary>Counted in days on the clocks of the zone: a change of clocks makes a week of 167 or 169 hours.</summary>
    private DateTimeOffset From(DateOnly first, DateTimeOffset after, Func<DateOnly, bool> fits)
    {
        for (var day = first; ; day = day.AddDays(1))
        {
            var at = Zones.At(Zone, day, Time);
            if (day.DayOfWeek == Day && fits(day) && at > after) return at;
        }
    }
}

/// <summary>The numbers are stored: weeks between rounds, and 0 for once a month.</summary>
public enum Every
{
    Month = 0,
    Week = 1,
    SecondWeek = 2,
    ThirdWeek = 3,
    FourthWeek = 4,
}
