using System.Collections.Frozen;

namespace PairingBot.Domain.People;

/// <summary>Which days people work where their clocks stand: Monday to Friday, and Sunday to Thursday in the countries that rest on Friday and Saturday. Nobody has to set it.</summary>
public sealed class WorkWeek
{
    private static readonly FrozenSet<string> RestingOnFriday = new[]
    {
        "Africa/Algiers", "Africa/Cairo", "Africa/Khartoum", "Africa/Tripoli", "Asia/Aden", "Asia/Amman", "Asia/Baghdad", "Asia/Bahrain", "Asia/Damascus", "Asia/Dhaka", "Asia/Gaza", "Asia/Hebron",
        "Asia/Jerusalem", "Asia/Kuwait", "Asia/Muscat", "Asia/Qatar", "Asia/Riyadh", "Asia/Tel_Aviv", "Egypt", "Indian/Maldives", "Israel", "Libya",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly WorkWeek FromMonday = new(DayOfWeek.Saturday, DayOfWeek.Sunday), FromSunday = new(DayOfWeek.Friday, DayOfWeek.Saturday);

    private readonly DayOfWeek first, second;

    private WorkWeek(DayOfWeek first, DayOfWeek second) => (this.first, this.second) = (first, second);

    public static WorkWeek Of(TimeZoneInfo zone) => RestingOnFriday.Contains(zone.Id) ? FromSunday : FromMonday;

    public static bool IsWorkdayEverywhere(DayOfWeek day) => FromMonday.Includes(day) && FromSunday.Includes(day);

    public bool Includes(DayOfWeek day) => day != first && day != second;
}
