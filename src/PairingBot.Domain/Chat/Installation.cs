namespace PairingBot.Domain.Chat;

/// <summary>A workspace or tenant that added the bot. Everything else belongs to exactly one.</summary>
public sealed class Installation
{
    private Installation()
    {
    }

    public Guid Id { get; private set; }

    public string Platform { get; private set; } = "";

    public string ExternalId { get; private set; } = "";

    public string? Name { get; private set; }

    public string? BotExternalId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Set while the workspace has removed the bot: nothing is sent, rounds stand still, what is kept waits for a return.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>When the directory was last read to its end; null when it is wanted at once.</summary>
    public DateTimeOffset? PeopleReadAt { get; private set; }

    /// <summary>Where a reading of the directory that was interrupted goes on; null at its beginning.</summary>
    public string? PeopleCursor { get; private set; }

    public InstallationKey Key => new(Platform, ExternalId);

    public bool IsActive => RemovedAt is null;

    public static Installation Adopt(InstallationKey key, DateTimeOffset now) =>
        new() { Platform = key.Platform, ExternalId = key.ExternalId, CreatedAt = now };

    public void Identified(DirectoryWorkspace workspace)
    {
        Name = workspace.Name;
        BotExternalId = workspace.BotExternalId;
        RemovedAt = null;
    }

    /// <summary>Somebody turned up whom the directory has not told us of.</summary>
    public void WantPeople() => PeopleReadAt = null;

    public void PeopleRead(DateTimeOffset now) => (PeopleReadAt, PeopleCursor) = (now, null);

    public void PeopleReadUntil(string? cursor) => PeopleCursor = cursor;

    public void Remove(DateTimeOffset now) => RemovedAt ??= now;
}
