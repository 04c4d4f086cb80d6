namespace PairingBot.Domain.People;

/// <summary>The ladder that relationship types measure by. The numbers are stored, for ever.</summary>
public static class JobLevels
{
    public static IReadOnlyList<(int Level, string Label)> All { get; } =
    [
        (1, "Starting out"),
        (2, "Experienced"),
        (3, "Senior"),
        (4, "Lead or principal"),
        (5, "Director"),
        (6, "Executive"),
    ];

    public static string? Label(int? level) => All.FirstOrDefault(step => step.Level == level).Label;

    /// <summary>A level as a directory may spell it: its number ("3", "Level 3") or its name ("senior"); null for anything else, because other ladders mean other things.</summary>
    public static int? Read(string? written)
    {
        var word = (written ?? "").Trim();
        if (word.StartsWith("level ", StringComparison.OrdinalIgnoreCase)) word = word[6..].Trim();
        return All.Where(step => word.Equals(step.Label, StringComparison.OrdinalIgnoreCase) || word == step.Level.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Select(step => (int?)step.Level).FirstOrDefault();
    }
}
