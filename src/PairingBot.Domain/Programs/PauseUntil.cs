using System.Globalization;
using PairingBot.Domain.People;

namespace PairingBot.Domain.Programs;

/// <summary>
/// Reads until when somebody wants to pause: "2026-12-24", "24 December", "24.12.", "monday", "tomorrow", "2 weeks", "a month", "next week". A pause ends
/// at the start of that day on the person's clocks.
/// </summary>
public static class PauseUntil
{
    private const int MostDays = 366;

    private static readonly string[] Dates = ["d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy", "d.M.yyyy", "yyyy/M/d", "yyyy-M-d"];

    private static readonly string[] DatesWithoutYear = ["d MMMM", "d MMM", "MMMM d", "MMM d", "d.M."];

    /// <summary>The day on which the pause ends; null when the words say no day, or none within a year from tomorrow.</summary>
    public static DateOnly? Read(string typed, DateOnly today)
    {
        var words = typed.Trim().ToLowerInvariant().Replace(",", "", StringComparison.Ordinal);
        if (words.StartsWith("until ", StringComparison.Ordinal)) words = words["until ".Length..].Trim();
        if (words.StartsWith("for ", StringComparison.Ordinal)) words = words["for ".Length..].Trim();
        var day = Span(words, today) ?? Weekday(words, today) ?? Date(words, today);
        return day > today && day <= today.AddDays(MostDays) ? day : null;
    }

    public static DateTimeOffset Moment(DateOnly day, TimeZoneInfo zone) => Zones.At(zone, day, TimeOnly.MinValue);

    private static DateOnly? Span(string words, DateOnly today)
    {
        if (words == "tomorrow") return today.AddDays(1);
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2) return null;
        var count = parts[0] is "a" or "an" or "one" or "next" ? 1 : int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (count is < 1 or > MostDays) return null;
        return parts[1].TrimEnd('s') switch
        {
            "day" => today.AddDays(count),
            "week" => today.AddDays(7 * count),
            "month" => today.AddMonths(count),
            _ => null,
        };
    }

    private static DateOnly? Weekday(string words, DateOnly today)
    {
        var name = words.StartsWith("next ", StringComparison.Ordinal) ? words["next ".Length..] : words;
        var days = CultureInfo.InvariantCulture.DateTimeFormat;
        for (var ahead = 1; ahead <= 7; ahead++)
        {
            var day = today.AddDays(ahead);
            if (string.Equals(name, days.GetDayName(day.DayOfWeek), StringComparison.OrdinalIgnoreCase)
                || string.Equals(name, days.GetAbbreviatedDayName(day.DayOfWeek), StringComparison.OrdinalIgnoreCase))
                return day;
        }

        return null;
    }

    private static DateOnly? Date(string words, DateOnly today)
    {
        if (DateOnly.TryParseExact(words, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dated)) return dated;
        if (!DateOnly.TryParseExact(words + " " + today.Year.ToString(CultureInfo.InvariantCulture), [.. DatesWithoutYear.Select(format => format + " yyyy")], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return null;
        return day > today ? day : day.AddYears(1);
    }
}
