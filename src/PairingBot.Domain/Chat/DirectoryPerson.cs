namespace PairingBot.Domain.Chat;

/// <summary>Somebody as the platform's directory knows them. Every text may be missing.</summary>
public sealed record DirectoryPerson(
    string ExternalId,
    string Name,
    string? Title,
    string? TimeZone,
    string? Locale,
    bool IsAdmin,
    bool IsOwner,
    DirectoryStanding Standing)
{
    /// <summary>What the company's own fields say; null when the directory said nothing of them this time (which is no "nothing").</summary>
    public DirectoryFacts? Facts { get; init; }

    /// <summary>Null when the directory said nothing of it this time.</summary>
    public string? Email { get; init; }
}

/// <summary>Only a <see cref="Member"/> is ever paired or written to; guests when a program says so.</summary>
public enum DirectoryStanding
{
    Member,
    Guest,
    Bot,
    Deactivated,
    Stranger,
}

/// <summary>A page of the directory; <paramref name="Next"/> is null on the last one.</summary>
public sealed record DirectoryPage(IReadOnlyList<DirectoryPerson> People, string? Next);

/// <summary>The workspace that our credentials belong to.</summary>
public sealed record DirectoryWorkspace(InstallationKey Key, string Name, string BotExternalId)
{
    /// <summary>What we may do there, in the platform's words; null when it did not say.</summary>
    public IReadOnlyList<string>? Permissions { get; init; }
}

/// <summary>What the directory said, or why it could not: <paramref name="Failure"/> is null exactly when <paramref name="Value"/> is there.</summary>
public sealed record DirectoryResult<T>(T? Value, DeliveryResult? Failure)
    where T : class;

/// <summary>
/// What the company's directory says of somebody's work. <paramref name="Level"/> is one of 1 to 6 (see JobLevels); <paramref name="Manager"/> is an id on the platform.
/// What is missing is null. Whatever the person says of themselves goes before it.
/// </summary>
public sealed record DirectoryFacts(string? Department = null, int? Level = null, DateOnly? StartedOn = null, string? Manager = null)
{
    public static DirectoryFacts None { get; } = new();
}
