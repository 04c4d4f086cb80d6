using System.Globalization;
using PairingBot.Domain.People;

namespace PairingBot.Domain.Programs;

/// <summary>Dates and times in words: "Monday, 7 December", "10:00".</summary>
public static class Days
{
    public static string Name(DateOnly day) => day.ToString("dddd, d MMMM", CultureInfo.InvariantCulture);

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Monday, 7 December at 10:00", on the clocks of the zone.</summary>
    public static string NameAndTime(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return $"{Name(Zones.Day(zone, at))} at {Time(TimeOnly.FromDateTime(local.DateTime))}";
    }
}
