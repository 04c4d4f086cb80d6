using System.Globalization;
using System.Text.Json;
using PairingBot.Domain.Chat;
using PairingBot.MicrosoftGraph.Wire;

namespace PairingBot.MicrosoftGraph.Directory;

/// <summary>A user as Graph writes one.</summary>
internal static class ListedPerson
{
    /// <summary>Null without an id: nobody could ever write to them.</summary>
    public static DirectoryPerson? Read(JsonElement user) => user.Text("id") is not { } id ? null : new DirectoryPerson(
        id, user.Text("displayName") ?? "", user.Text("jobTitle"), TimeZone: null, user.Text("preferredLanguage"), IsAdmin: false, IsOwner: false, Standing(user))
    {
        Email = user.Text("mail") ?? user.Text("userPrincipalName"),
        Facts = new DirectoryFacts(user.Text("department"), Level: null, Day(user.Text("employeeHireDate")), (user.Part("manager") ?? default).Text("id")),
    };

    /// <summary>Old accounts have no type, and are members.</summary>
    private static DirectoryStanding Standing(JsonElement user) =>
        user.Flag("accountEnabled") == false ? DirectoryStanding.Deactivated
        : string.Equals(user.Text("userType"), "Guest", StringComparison.OrdinalIgnoreCase) ? DirectoryStanding.Guest
        : DirectoryStanding.Member;

    /// <summary>Graph writes a moment, at midnight or at the company's own hour of UTC; year 1 and 1601 stand for nothing.</summary>
    private static DateOnly? Day(string? written) =>
        DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at.Year > 1900 ? DateOnly.FromDateTime(at.Date) : null;
}
