namespace PairingBot.Domain.People;

/// <summary>Time zones by their IANA ids, with UTC for what is unknown: a zone that went out of use must not stop a round.</summary>
public static class Zones
{
    /// <summary>The zone of whoever, or whatever, nobody has told one of.</summary>
    public const string Unsaid = "Etc/UTC";

    public static bool Exists(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    public static TimeZoneInfo Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>
    /// The instant at which clocks in the zone show this. A time that a change of clocks skips moves on by the skipped span; one that comes twice
    /// is its first.
    /// </summary>
    public static DateTimeOffset At(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddDays(-1)) // as the clocks stood before they were moved
            : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    public static DateOnly Day(TimeZoneInfo zone, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
