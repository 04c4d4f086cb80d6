using PairingBot.Domain.Chat;

namespace PairingBot.Domain.People;

/// <summary>A colleague of one installation: what the directory says, and what the person says.</summary>
public sealed class Person
{
    private readonly List<Skill> skills = [];

    private Person()
    {
    }

    public Guid Id { get; private set; }

    public Guid InstallationId { get; private set; }

    public string ExternalId { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Title { get; private set; }

    /// <summary>An IANA id; UTC until the directory has said.</summary>
    public string TimeZone { get; private set; } = "Etc/UTC";

    public string? Locale { get; private set; }

    /// <summary>May run the programs of the workspace.</summary>
    public bool IsAdmin { get; private set; }

    public DirectoryStanding Standing { get; private set; }

    public Profile Profile { get; private set; } = Profile.Blank;

    public IReadOnlyList<Skill> Skills => skills;

    public Guid? ManagerId { get; private set; }

    public Mention Mention => new(ExternalId, Name.Length > 0 ? Name : "your colleague");

    /// <summary>How texts call the person: the first name where there is one.</summary>
    public string ShortName => Name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : "your colleague";

    public TimeZoneInfo Zone => Zones.Find(TimeZone);

    public static Person Meet(Guid installation, string externalId) => new() { InstallationId = installation, ExternalId = externalId };

    /// <summary>Takes over what the directory says; what the person said of themselves stays.</summary>
    public void Listed(DirectoryPerson listed)
    {
        Name = listed.Name.Length > 0 ? listed.Name : Name;
        Title = listed.Title;
        TimeZone = listed.TimeZone is { } zone && Zones.Exists(zone) ? zone : TimeZone;
        Locale = listed.Locale ?? Locale;
        IsAdmin = listed.IsAdmin || listed.IsOwner;
        Standing = listed.Standing;
    }

    public void Describe(Profile profile, IEnumerable<Skill> described, Guid? manager)
    {
        Profile = profile;
        ManagerId = manager == Id ? null : manager;
        skills.Clear();
        skills.AddRange(described);
    }

    public void AimAt(string goal, DateTimeOffset now) => Profile = Profile with { Goal = goal.Length > 0 ? goal : null, GoalSetAt = goal.Length > 0 ? now : null };
}
