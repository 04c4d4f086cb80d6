using System.Globalization;
using PairingBot.Domain.People;

namespace PairingBot.Domain.Programs;

/// <summary>When somebody is asked whether they are in, and how the answer names its round.</summary>
public static class WeekAsking
{
    /// <summary>Closer to the round nobody is asked any more: there would be no time to answer.</summary>
    public static TimeSpan LeastNotice { get; } = TimeSpan.FromHours(2);

    /// <summary>Never earlier than this before a round: from the Friday before a round on Monday, wherever people live.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(5);

    /// <summary>Before this nobody can be due, wherever on earth they live; so most of the time nobody needs to be looked at.</summary>
    public static DateTimeOffset Earliest(DateTimeOffset round)
    {
        var day = DateOnly.FromDateTime(round.UtcDateTime.AddHours(-12)).AddDays(-1);
        while (!WorkWeek.IsWorkdayEverywhere(day.DayOfWeek)) day = day.AddDays(-1);
        return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddHours(-14);
    }

    /// <summary>
    /// A working day before the round, at the same time of day on the person's clocks, moved into their working hours; within that hour everybody has a minute of
    /// their own, so that a large program is not asked all at once.
    /// </summary>
    public static DateTimeOffset DueAt(DateTimeOffset round, Person person)
    {
        var zone = person.Zone;
        var day = Zones.Day(zone, round).AddDays(-1);
        while (!WorkWeek.Of(zone).Includes(day.DayOfWeek)) day = day.AddDays(-1);

        var (from, to) = (person.Profile.WorkFrom, person.Profile.WorkTo);
        var span = Math.Clamp((int)(to - from).TotalMinutes, 1, 60);
        var (time, last) = (TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(round, zone).DateTime), to.AddMinutes(-span));
        return Zones.At(zone, day, time < from ? from : time > last ? last : time).AddMinutes(person.Id.ToByteArray()[^1] % span);
    }

    /// <summary>Whether to ask now: it is time, the person works, and the round is not too near.</summary>
    public static bool IsDue(DateTimeOffset round, Person person, DateTimeOffset now) =>
        now >= DueAt(round, person) && now <= round - LeastNotice && WorkingHours.Of(person).Contains(now);

    /// <summary>How the round comes back in the press of a button.</summary>
    public static string Argument(PairingProgram program, int round) => string.Create(CultureInfo.InvariantCulture, $"{program.Id:N}.{round}");

    /// <summary>The round that a button speaks of; null when it is none of this program's.</summary>
    public static int? Round(PairingProgram program, string argument) =>
        argument.Split('.') is [var id, var number] && id == program.Id.ToString("N") && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? round : null;
}
