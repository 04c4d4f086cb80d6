namespace PairingBot.Domain.Chat;

/// <summary>A workspace or tenant that added the bot. Everything else belongs to exactly one.</summary>
public sealed class Installation
{
    /// <summary>So many wrong codes within an hour, and none is looked at until the hour is over.</summary>
    public const int MostWrongCodes = 5;

    private static readonly TimeSpan WrongCodesCount = TimeSpan.FromHours(1);

    private Installation()
    {
    }

    public Guid Id { get; private set; }

    public string Platform { get; private set; } = "";

    public string ExternalId { get; private set; } = "";

    /// <summary>The organization that the workspace belongs to, if any; the same as <see cref="ExternalId"/> when the organization as a whole added the bot.</summary>
    public string? Organization { get; private set; }

    public string? Name { get; private set; }

    public string? BotExternalId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When somebody last added the bot, by the wall's clock; null for the one workspace of a configured token.</summary>
    public DateTimeOffset? InstalledAt { get; private set; }

    /// <summary>Who added the bot, to be told once when only they can mend something.</summary>
    public string? InstallerExternalId { get; private set; }

    /// <summary>The permission that was last found missing, of which the organizers have been told; null when none was.</summary>
    public string? ToldOfMissing { get; private set; }

    /// <summary>What we may do there, in the platform's words; null while nobody has said.</summary>
    public IReadOnlyList<string>? Permissions { get; private set; }

    /// <summary>Set while the workspace has removed the bot or refuses its credentials: nothing is sent, rounds stand still, what is kept waits for a return.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>When the directory was last read to its end; null when it is wanted at once.</summary>
    public DateTimeOffset? PeopleReadAt { get; private set; }

    /// <summary>Where a reading of the directory that was interrupted goes on; null at its beginning.</summary>
    public string? PeopleCursor { get; private set; }

    /// <summary>
    /// The home of the organization that this installation has joined (not the platform's <see cref="Organization"/>): the home's program is theirs, too. Null for a home, and for whoever stands alone.
    /// </summary>
    public Guid? JoinedTo { get; private set; }

    /// <summary>How many wrong codes somebody here has entered since <see cref="WrongCodesSince"/>.</summary>
    public int WrongCodes { get; private set; }

    public DateTimeOffset? WrongCodesSince { get; private set; }

    /// <summary>The installation whose program is the program of the people here.</summary>
    public Guid Home => JoinedTo ?? Id;

    public InstallationKey Key => new(Platform, ExternalId) { Organization = Organization };

    public bool IsActive => RemovedAt is null;

    public static Installation Adopt(InstallationKey key, DateTimeOffset now) =>
        new() { Platform = key.Platform, ExternalId = key.ExternalId, Organization = key.Organization, CreatedAt = now };

    /// <summary>Added by somebody, for the first time or again: the past is forgiven, and everybody is read anew.</summary>
    public void Install(NewInstallation installed, DateTimeOffset now)
    {
        Identified(installed.Workspace);
        Return();
        InstallerExternalId = installed.InstallerExternalId;
        InstalledAt = now;
        WantPeople();
    }

    public void Identified(DirectoryWorkspace workspace)
    {
        Name = workspace.Name;
        BotExternalId = workspace.BotExternalId;
        Organization = workspace.Key.Organization ?? Organization;
        Permissions = workspace.Permissions ?? Permissions;
    }

    /// <summary>The first person who added the bot, where nobody says who runs it.</summary>
    /// <returns>False when there was one before.</returns>
    public bool AddedBy(string person)
    {
        if (InstallerExternalId is not null) return false;
        InstallerExternalId = person;
        return true;
    }

    /// <returns>False when they have been told of it.</returns>
    public bool TellOfMissing(string permission)
    {
        if (ToldOfMissing == permission) return false;
        ToldOfMissing = permission;
        return true;
    }

    public void Return() => RemovedAt = null;

    public void Join(Installation home) => (JoinedTo, WrongCodes, WrongCodesSince) = (home.Id, 0, null);

    public void Disconnect() => JoinedTo = null;

    /// <summary>Until when nobody here may try another code; null while they may.</summary>
    public DateTimeOffset? MayTryAgainAt(DateTimeOffset now) =>
        WrongCodes >= MostWrongCodes && WrongCodesSince + WrongCodesCount > now ? WrongCodesSince + WrongCodesCount : null;

    public void EnterWrongCode(DateTimeOffset now) =>
        (WrongCodes, WrongCodesSince) = WrongCodesSince + WrongCodesCount > now ? (WrongCodes + 1, WrongCodesSince) : (1, now);

    /// <summary>What is not known is not denied: the platform itself says no in time.</summary>
    public bool Grants(string permission) => Permissions?.Contains(permission) != false;

    /// <summary>News of a removal that happened before the bot was added again must not undo the return.</summary>
    public bool IsRemovedBy(AppRemoved removal) =>
        removal.HappenedAt is not { } happened || InstalledAt is not { } installed || happened.ToUnixTimeSeconds() >= installed.ToUnixTimeSeconds(); // platforms tell whole seconds

    /// <summary>Somebody turned up whom the directory has not told us of.</summary>
    public void WantPeople() => PeopleReadAt = null;

    public void PeopleRead(DateTimeOffset now) => (PeopleReadAt, PeopleCursor) = (now, null);

    public void PeopleReadUntil(string? cursor) => PeopleCursor = cursor;

    public void Remove(DateTimeOffset now) => RemovedAt ??= now;
}
