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
}
