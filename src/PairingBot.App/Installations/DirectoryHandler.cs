using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.App.Installations;

/// <summary>What the directory tells of people, one at a time or all at once.</summary>
public sealed class DirectoryHandler(PairingBotDb db)
{
    /// <summary>News of somebody. A workspace that removed the bot tells us nothing any more that we may keep.</summary>
    public async Task HearAsync(InstallationKey key, PersonChanged changed, CancellationToken cancel)
    {
        if (await db.Installations.AtAsync(key, cancel) is { IsActive: true } installation) await TakeOverAsync(installation, [changed.Person], cancel);
    }

    /// <summary>Takes over a page of the directory. Bots and strangers whom we do not know yet are not kept at all.</summary>
    public async Task TakeOverAsync(Installation installation, IReadOnlyCollection<DirectoryPerson> page, CancellationToken cancel)
    {
        var ids = page.Select(listed => listed.ExternalId).ToList();
        var known = await db.People.Where(person => person.InstallationId == installation.Id && ids.Contains(person.ExternalId)).ToDictionaryAsync(person => person.ExternalId, cancel);
        foreach (var listed in page)
        {
            if (!known.TryGetValue(listed.ExternalId, out var person))
            {
                if (listed.Standing is DirectoryStanding.Bot or DirectoryStanding.Stranger or DirectoryStanding.Deactivated) continue;
                db.People.Add(person = Person.Meet(installation.Id, listed.ExternalId));
                known.Add(listed.ExternalId, person); // a page may list somebody twice
            }

            person.Listed(listed);
        }
    }
}
