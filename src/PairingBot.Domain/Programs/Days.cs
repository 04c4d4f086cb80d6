using PairingBot.Domain.People;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Programs;

/// <summary>Dates and times in words, as the spoken language writes them: "Monday, 7 December", "10:00".</summary>
public static class Days
{
    private static readonly DateOnly SomeSunday = new(2026, 3, 1);

    public static string Name(DateOnly day) => Write(day, Texts.Plain("dates.day"));

    /// <summary>"Monday".</summary>
    public static string Name(DayOfWeek day) => Write(SomeSunday.AddDays((int)day), "dddd");

    /// <summary>"7 December", and the year where it is another than that of <paramref name="now"/>.</summary>
    public static string Short(DateOnly day, DateOnly now) => day.Year == now.Year ? Write(day, Texts.Plain("dates.short-day")) : WithYear(day);

    /// <summary>"7 December 2026".</summary>
    public static string WithYear(DateOnly day) => Write(day, Texts.Plain("dates.short-day-and-year"));

    public static string Time(TimeOnly time) => Texts.Spoken.Moment(SomeSunday.ToDateTime(time), Texts.Plain("dates.time"));

    /// <summary>"Monday, 7 December at 10:00", on the clocks of the zone.</summary>
    public static string NameAndTime(DateTimeOffset at, TimeZoneInfo zone) =>
        Texts.Plain("dates.day-and-time", ("day", Name(Zones.Day(zone, at))), ("time", Time(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime))));

    private static string Write(DateOnly day, string pattern) => Texts.Spoken.Moment(day.ToDateTime(TimeOnly.MinValue), pattern);
}
