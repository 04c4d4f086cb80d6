namespace PairingBot.Domain.People;

/// <summary>What a person says of themselves. Nothing of it is needed to be paired; each fact makes a better match.</summary>
public sealed record Profile
{
    public static Profile Blank { get; } = new();

    public string? Goal { get; init; }

    public DateTimeOffset? GoalSetAt { get; init; }

    /// <summary>1 to 6, as in <see cref="JobLevels"/>.</summary>
    public int? Level { get; init; }

    public int? YearsOfExperience { get; init; }

    public string? Department { get; init; }

    public string? Location { get; init; }

    /// <summary>Free words (<see cref="TagList"/>): what one has worked in before.</summary>
    public string? FormerFields { get; init; }

    /// <summary>Free words: where one has worked before.</summary>
    public string? FormerPlaces { get; init; }

    public TimeOnly WorkFrom { get; init; } = new(9, 0);

    public TimeOnly WorkTo { get; init; } = new(17, 0);
}
