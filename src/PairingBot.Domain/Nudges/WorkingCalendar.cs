using PairingBot.Domain.People;

namespace PairingBot.Domain.Nudges;

/// <summary>Moments for messages to several people: so many working days later, and when all of them work, if there is such a time.</summary>
public static class WorkingCalendar
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>From a Friday over the weekend to the same time on Monday, and the day after it.</summary>
    private const int MostSteps = 4 * 24 * 4;

    /// <summary>
    /// The same time of day, so many working days later in the zone; then moved on to the first quarter of an hour in which all
    /// of the people work, over a weekend if need be, where there is one.
    /// </summary>
    public static DateTimeOffset After(DateTimeOffset start, int workingDays, TimeZoneInfo zone, IEnumerable<Person> people)
    {
        var local = TimeZoneInfo.ConvertTime(start, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (WorkWeek.Of(zone).Includes(day.DayOfWeek)) left--;
        }

        var at = Zones.At(zone, day, TimeOnly.FromDateTime(local.DateTime));
        var hours = people.Select(WorkingHours.Of).ToList();
        for (var step = 0; step < MostSteps; step++)
        {
            var moment = at + (step * Step);
            if (hours.TrueForAll(working => working.Contains(moment))) return moment;
        }

        return at;
    }

    /// <summary>The latest quarter of an hour until then in which all of the people work, over a weekend if need be; that very moment where there is none.</summary>
    public static DateTimeOffset Until(DateTimeOffset latest, IEnumerable<Person> people)
    {
        var hours = people.Select(WorkingHours.Of).ToList();
        for (var step = 0; step < MostSteps; step++)
        {
            var moment = latest - (step * Step);
            if (hours.TrueForAll(working => working.Contains(moment))) return moment;
        }

        return latest;
    }
}
