using System.Globalization;
using System.Text.Json;
using PairingBot.Domain.People;
using PairingBot.MicrosoftGraph.Wire;

namespace PairingBot.MicrosoftGraph.Calendars;

/// <summary>A time and a zone apart, as Graph writes moments. The zone is an IANA name, or one that only Windows knows.</summary>
internal static class GraphTime
{
    /// <summary>Beyond these no zone can be reckoned with; somebody may be away for ever.</summary>
    private static readonly DateTime First = new(2, 1, 1, 0, 0, 0, DateTimeKind.Utc), Last = new(9998, 12, 31, 0, 0, 0, DateTimeKind.Utc);

    public static ZonedTime Write(DateTimeOffset at) => new(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture), "UTC");

    /// <returns>Null for what is no moment, or in a zone that nobody knows.</returns>
    public static DateTimeOffset? Read(JsonElement? written)
    {
        if (written is not { } at || at.Text("dateTime") is not { } time || Zone(at.Text("timeZone")) is not { } zone) return null;
        if (!DateTime.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var told)) return null;
        var local = told < First ? First : told > Last ? Last : told;
        return time.EndsWith('Z') ? new DateTimeOffset(local) : Zones.At(zone, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    /// <summary>What mailboxes call a zone, by its IANA name; null for one of somebody's own making, or that nobody knows.</summary>
    public static string? Iana(string? name) => name is not null && Zone(name) is { HasIanaId: true } zone ? zone.Id : null;

    /// <summary>By its IANA name or by that of Windows; "UTC" where nothing is said, as Graph does.</summary>
    public static TimeZoneInfo? Zone(string? name)
    {
        if (name is null or "UTC" or "tzone://Microsoft/Utc") return TimeZoneInfo.Utc;
        var iana = TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var converted) ? converted : name;
        return TimeZoneInfo.TryFindSystemTimeZoneById(iana, out var zone) ? zone : null;
    }
}
