using System.Globalization;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.People;

/// <summary>Skills as people write them: one a line (or with commas), each with its level: "facilitation 4".</summary>
public static class SkillList
{
    public const int MostSkills = 20;

    private const int LongestName = 60;

    /// <summary>The skills, or a fault that says what to write instead.</summary>
    public static (IReadOnlyList<Skill> Skills, string? Fault) Read(string typed, SkillSide side)
    {
        var skills = new List<Skill>();
        foreach (var entry in typed.Split(['\n', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (skill, fault) = ReadOne(entry, side);
            if (skill is null) return ([], fault);
            if (skills.All(known => known.Name != skill.Name)) skills.Add(skill);
        }

        return skills.Count <= MostSkills ? (skills, null) : ([], Texts.Plain("settings.too-many-skills", ("most", MostSkills)));
    }

    public static string Write(IEnumerable<Skill> skills, SkillSide side) =>
        string.Join('\n', skills.Where(skill => skill.Side == side).OrderByDescending(skill => skill.Level).ThenBy(skill => skill.Name, StringComparer.Ordinal)
            .Select(skill => string.Create(CultureInfo.InvariantCulture, $"{skill.Name} {skill.Level}")));

    public static IReadOnlyList<SkillFact> Facts(IEnumerable<Skill> skills, SkillSide side) =>
        [.. skills.Where(skill => skill.Side == side).Select(skill => new SkillFact(skill.Name, skill.Level))];

    private static (Skill? Skill, string? Fault) ReadOne(string entry, SkillSide side)
    {
        var end = entry.LastIndexOfAny([' ', ':', '=', '\t', '\u00A0']);
        var name = Normalize(end < 0 ? entry : entry[..end]);
        var level = end < 0 ? "" : entry[(end + 1)..];
        if (level is not ("1" or "2" or "3" or "4" or "5") || name.Length == 0)
            return (null, Texts.Plain("settings.skill-level-missing", ("skill", Shorten(entry))));
        return name.Length > LongestName
            ? (null, Texts.Plain("settings.skill-too-long", ("skill", Shorten(name))))
            : (new Skill(name, level[0] - '0', side), null);
    }

    /// <summary>Lower case, single spaces: "Public  Speaking" and "public speaking" are one skill.</summary>
    public static string Normalize(string name) =>
        string.Join(' ', name.ToLowerInvariant().Split([' ', '\t', '\u00A0', ':', '='], StringSplitOptions.RemoveEmptyEntries));

    private static string Shorten(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");
}
