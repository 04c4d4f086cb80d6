using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.People;

/// <summary>A person's working day, on the clocks and in the working week of their zone.</summary>
public sealed record WorkingHours(TimeZoneInfo Zone, TimeOnly From, TimeOnly To)
{
    private const int DayMinutes = 24 * 60;

    public static WorkingHours Of(Person person) => new(person.Zone, person.Profile.WorkFrom, person.Profile.WorkTo);

    public bool Contains(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return IsWorkday(local.DayOfWeek) && time >= From && time < To;
    }

    /// <summary>This moment, or the next one at which the person works.</summary>
    public DateTimeOffset NextFrom(DateTimeOffset at)
    {
        if (Contains(at)) return at;
        for (var day = Zones.Day(Zone, at); ; day = day.AddDays(1))
        {
            var start = Zones.At(Zone, day, From);
            if (start >= at && IsWorkday(day.DayOfWeek)) return start;
        }
    }

    /// <summary>This moment, or the latest one before it at which the person's working day began.</summary>
    public DateTimeOffset LatestUntil(DateTimeOffset at)
    {
        if (Contains(at)) return at;
        for (var day = Zones.Day(Zone, at); ; day = day.AddDays(-1))
        {
            var start = Zones.At(Zone, day, From);
            if (start <= at && IsWorkday(day.DayOfWeek)) return start;
        }
    }

    /// <summary>The working day around this moment as minutes of the UTC day; one that crosses midnight there is two ranges.</summary>
    public IReadOnlyList<MinuteRange> UtcMinutes(DateTimeOffset at)
    {
        var start = (int)Zones.At(Zone, Zones.Day(Zone, at), From).TimeOfDay.TotalMinutes;
        var end = start + (int)(To - From).TotalMinutes;
        return end <= DayMinutes ? [new MinuteRange(start, end)] : [new MinuteRange(start, DayMinutes), new MinuteRange(0, end - DayMinutes)];
    }

    private bool IsWorkday(DayOfWeek day) => WorkWeek.Of(Zone).Includes(day);
}
