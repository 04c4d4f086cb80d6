using System.Globalization;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.People;

/// <summary>The ladder that relationship types measure by. The numbers are stored, for ever.</summary>
public static class JobLevels
{
    /// <summary>As a directory may spell them, whatever language is spoken here.</summary>
    private static readonly string[] InDirectories = ["Starting out", "Experienced", "Senior", "Lead or principal", "Director", "Executive"];

    public static IReadOnlyList<(int Level, string Label)> All =>
    [
        (1, Texts.Plain("settings.level-1")),
        (2, Texts.Plain("settings.level-2")),
        (3, Texts.Plain("settings.level-3")),
        (4, Texts.Plain("settings.level-4")),
        (5, Texts.Plain("settings.level-5")),
        (6, Texts.Plain("settings.level-6")),
    ];

    public static string? Label(int? level) => All.FirstOrDefault(step => step.Level == level).Label;

    /// <summary>A level as a directory may spell it: its number ("3", "Level 3") or its name ("senior"); null for anything else, because other ladders mean other things.</summary>
    public static int? Read(string? written)
    {
        var word = (written ?? "").Trim();
        if (word.StartsWith("level ", StringComparison.OrdinalIgnoreCase)) word = word[6..].Trim();
        if (Array.FindIndex(InDirectories, name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var place) return place + 1;
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && word.Length == 1 && level >= 1 && level <= InDirectories.Length ? level : null;
    }
}
