using System.Globalization;
using PairingBot.Domain.People;

namespace PairingBot.Domain.Programs;

/// <summary>
/// Reads until when somebody wants to pause: "2026-12-24", "24 December", "24.12.", "monday", "tomorrow", "two weeks", "a month", "next week". A pause ends
/// at the start of that day on the person's clocks.
/// </summary>
public static class PauseUntil
{
    private const int MostDays = 366;

    private const int ShortestDayName = 3;

    private static readonly string[] Dates = ["d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy", "d.M.yyyy", "yyyy/M/d", "yyyy-M-d"];

    private static readonly string[] DatesWithoutYear = ["d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy", "d.M. yyyy"];

    private static readonly string[] Fillers = ["until", "till", "for", "in", "on", "the", "of"];

    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The day on which the pause ends; null when the words say no day, or none within a year from tomorrow.</summary>
    public static DateOnly? Read(string typed, DateOnly today)
    {
        var words = Words(typed);
        var day = Span(words, today) ?? Weekday(words, today) ?? Date(words, today);
        return day > today && day <= today.AddDays(MostDays) ? day : null;
    }

    public static DateTimeOffset Moment(DateOnly day, TimeZoneInfo zone) => Zones.At(zone, day, TimeOnly.MinValue);

    /// <summary>"until Thursday, the 24th of December" is "thursday 24 december".</summary>
    private static string[] Words(string typed) =>
    [
        .. typed.ToLowerInvariant().Replace(',', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !Fillers.Contains(word)).Select(WithoutOrdinal),
    ];

    private static string WithoutOrdinal(string word) =>
        word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" && word[..^2].All(char.IsAsciiDigit) ? word[..^2] : word;

    private static DateOnly? Span(string[] words, DateOnly today)
    {
        if (words is ["tomorrow"]) return today.AddDays(1);
        if (words is not [var many, var unit] || Count(many) is var count && count is < 1 or > MostDays) return null;
        return unit.TrimEnd('s') switch
        {
            "day" => today.AddDays(count),
            "week" => today.AddDays(7 * count),
            "month" => today.AddMonths(count),
            _ => null,
        };
    }

    private static int Count(string word) => word is "a" or "an" or "next" ? 1
        : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Array.IndexOf(Numbers, word);

    private static DateOnly? Weekday(string[] words, DateOnly today)
    {
        if (words is not [.. var before, var name] || before is not ([] or ["next"])) return null;
        for (var ahead = 1; ahead <= 7; ahead++)
        {
            if (Names(name, today.AddDays(ahead).DayOfWeek)) return today.AddDays(ahead);
        }

        return null;
    }

    private static bool Names(string word, DayOfWeek day) =>
        word.Length >= ShortestDayName && CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(day).StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static DateOnly? Date(string[] words, DateOnly today)
    {
        if (words is [var first, _, ..] && Enum.GetValues<DayOfWeek>().Any(day => Names(first, day))) words = words[1..];
        var date = string.Join(' ', words);
        if (Parse(date, Dates) is { } dated) return dated;
        DateOnly?[] days = [Parse(date + Year(today.Year), DatesWithoutYear), Parse(date + Year(today.Year + 1), DatesWithoutYear)];
        return days.FirstOrDefault(day => day > today);
    }

    private static DateOnly? Parse(string date, string[] formats) =>
        DateOnly.TryParseExact(date, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Year(int year) => " " + year.ToString(CultureInfo.InvariantCulture);
}
