using PairingBot.Domain.Chat;
using PairingBot.Domain.Wording;

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
    public string TimeZone { get; private set; } = Zones.Unsaid;

    /// <summary>When their mailbox was last asked for it; null while it was not.</summary>
    public DateTimeOffset? ZoneAskedAt { get; private set; }

    public string? Locale { get; private set; }

    /// <summary>May run the programs of the workspace.</summary>
    public bool IsAdmin { get; private set; }

    /// <summary>Made an organizer by whoever runs the host, whatever the directory says.</summary>
    public bool IsAppointed { get; private set; }

    /// <summary>As the directory says, in lower case; null where it does not.</summary>
    public string? Email { get; private set; }

    /// <summary>Why the bot can't write to them, one of <see cref="Reach"/>; null when it can.</summary>
    public string? Unreachable { get; private set; }

    public bool IsReachable => Unreachable is null;

    public DirectoryStanding Standing { get; private set; }

    /// <summary>The account that counts for this person, where they have said that it is theirs, too; null when this is the one.</summary>
    public Guid? SameAs { get; private set; }

    public Profile Profile { get; private set; } = Profile.Blank;

    public IReadOnlyList<Skill> Skills => skills;

    /// <summary>As the person says.</summary>
    public Guid? ManagerId { get; private set; }

    /// <summary>As the directory says.</summary>
    public DirectoryFacts Listing { get; private set; } = DirectoryFacts.None;

    /// <summary>The person whom <see cref="Listing"/> names, once the directory has told of them.</summary>
    public Guid? ListedManagerId { get; private set; }

    /// <summary>What is known, from whoever: the person's own word goes before the directory's, and that before what the title says.</summary>
    public int? Level => Profile.Level ?? Listing.Level ?? TitleLevels.Read(Title);

    public FactSource LevelSource => Profile.Level is not null ? FactSource.Own : Listing.Level is not null ? FactSource.Directory : FactSource.Title;

    public FactSource YearsSource => Profile.YearsOfExperience is null ? FactSource.Directory : FactSource.Own;

    public string? Department => Profile.Department ?? Listing.Department;

    public Guid? Manager => ManagerId ?? ListedManagerId;

    public Mention Mention => new(ExternalId, PersonName.InText(HasName ? Name : Texts.Plain("people.nameless")), InstallationId);

    /// <summary>How texts call the person: the first name where there is one.</summary>
    public string ShortName => PersonName.InText(HasName ? PersonName.First(Name) : Texts.Plain("people.nameless"));

    public TimeZoneInfo Zone => Zones.Find(TimeZone);

    /// <summary>A directory that knows no name gives the id, which is no way to call anybody.</summary>
    private bool HasName => Name.Length > 0 && Name != ExternalId;

    public static Person Meet(Guid installation, string externalId) => new() { InstallationId = installation, ExternalId = externalId };

    /// <summary>Takes over what the directory says; what the person said of themselves stays.</summary>
    public void Listed(DirectoryPerson listed)
    {
        Name = PersonName.Clean(listed.Name) is { Length: > 0 } name ? name : Name.Length > 0 ? Name : ExternalId;
        Title = listed.Title;
        TimeZone = listed.TimeZone is { } zone && Zones.Exists(zone) ? zone : TimeZone;
        Locale = listed.Locale ?? Locale;
        IsAdmin = listed.IsAdmin || listed.IsOwner || IsAppointed;
        Email = listed.Email?.ToLowerInvariant() ?? Email;
        Standing = listed.Standing;
        if (Unreachable == Reach.Removed) Unreachable = null; // a directory that lists them is that of a workspace that has the bot
        if (listed.Facts is null || listed.Facts == Listing) return;
        if (listed.Facts.Manager != Listing.Manager) ListedManagerId = null; // found again by whoever keeps the people
        Listing = listed.Facts;
    }

    /// <summary>They act: so they can be reached, and what the platform tells of them beside it fills what the directory has not said.</summary>
    public void Seen(SenderFacts? facts)
    {
        Unreachable = null;
        if (facts is null) return;
        if (!HasName && PersonName.Clean(facts.Name ?? "") is { Length: > 0 } name) Name = name;
        TimeZone = facts.TimeZone is { } zone && Zones.Exists(zone) ? zone : TimeZone;
        Locale = facts.Locale ?? Locale;
        if (facts.IsOrganizer) Appoint();
    }

    /// <summary>Their mailbox was asked for their zone, and knew none or this one; what anybody has said before stays.</summary>
    /// <returns>Whether this is news.</returns>
    public bool AskedForZone(string? zone, DateTimeOffset now)
    {
        ZoneAskedAt = now;
        if (TimeZone != Zones.Unsaid || zone is null || zone == TimeZone || !Zones.Exists(zone)) return false;
        TimeZone = zone;
        return true;
    }

    public void Appoint() => IsAppointed = IsAdmin = true;

    /// <summary>This account is another one of <paramref name="counted"/>, which alone is paired and written to from now on.</summary>
    public void Is(Person counted) => SameAs = counted.Id;

    public void IsThemselves() => SameAs = null;

    public void Reached() => Unreachable = null;

    /// <returns>False when it was known.</returns>
    public bool Lost(string reason)
    {
        if (Unreachable == reason) return false;
        Unreachable = reason;
        return true;
    }

    /// <summary>The manager whom the directory names, now that they are known.</summary>
    public void ReportsTo(Person? manager) => ListedManagerId = manager is null || manager.Id == Id ? null : manager.Id;

    /// <summary>In the field as far as anybody has said: the person's own years, else those since they began here.</summary>
    public int? YearsOfExperience(DateTimeOffset now) => Profile.YearsOfExperience ?? Tenure(now);

    /// <summary>Whole years here; null where the directory does not say since when.</summary>
    public int? Tenure(DateTimeOffset now)
    {
        if (Listing.StartedOn is not { } start) return null;
        var today = Zones.Day(Zone, now);
        var years = today.Year - start.Year - (today < start.AddYears(today.Year - start.Year) ? 1 : 0);
        return Math.Max(0, years);
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

/// <summary>Who has told a fact.</summary>
public enum FactSource
{
    Own,
    Directory,
    Title,
}
