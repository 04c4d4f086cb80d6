using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Slack.Api;

namespace PairingBot.Slack;

/// <summary>
/// Which of the company's own profile fields hold what: section <c>Slack:Fields</c>, each by the field's id (Xf…, from the address of its settings page or
/// team.profile.get) or by its label where Slack sends labels. Slack lists people without these fields (users.list never has them), and one call for each
/// person is out of the question; so they come with the news of people, team_join and user_change, by and by. What a person says of themselves always goes before them.
/// </summary>
public sealed class SlackFields
{
    /// <summary>The field with the department or team. Default none.</summary>
    public string Department { get; set; } = "";

    /// <summary>The field with the job level: 1 to 6, or one of the names of our levels; other words are left aside, because other ladders mean other things. Default none.</summary>
    public string Level { get; set; } = "";

    /// <summary>The field with the day on which the person began here (a date). Default none.</summary>
    public string StartDate { get; set; } = "";

    /// <summary>The field that names the manager (a person). Default none.</summary>
    public string Manager { get; set; } = "";

    /// <summary>Null when Slack sent no fields, or none is mapped: then nothing was said, and what is known stays.</summary>
    internal DirectoryFacts? Read(IReadOnlyDictionary<string, ProfileField?>? fields)
    {
        if (fields is null || (Department.Length == 0 && Level.Length == 0 && StartDate.Length == 0 && Manager.Length == 0)) return null;
        return new DirectoryFacts(
            Cut(ValueOf(fields, Department)),
            JobLevels.Read(ValueOf(fields, Level)),
            DateOnly.TryParseExact(ValueOf(fields, StartDate), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            ValueOf(fields, Manager));
    }

    private static string? ValueOf(IReadOnlyDictionary<string, ProfileField?> fields, string wanted)
    {
        if (wanted.Length == 0) return null;
        var field = fields.GetValueOrDefault(wanted) ?? fields.Values.FirstOrDefault(each => string.Equals(each?.Label, wanted, StringComparison.OrdinalIgnoreCase));
        return string.IsNullOrWhiteSpace(field?.Value) ? null : field.Value.Trim();
    }

    /// <summary>As long as what people may write there themselves.</summary>
    private static string? Cut(string? department) => department is null ? null : Graphemes.Cut(department.ReplaceLineEndings(" "), 80);
}
