using Microsoft.EntityFrameworkCore;
using PairingBot.App.Programs;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.App.Installations;

/// <summary>What the directory tells of people, one at a time or all at once.</summary>
public sealed class DirectoryHandler(PairingBotDb db, GuestDoor door, Departures departures)
{
    /// <summary>News of somebody. A workspace that removed the bot tells us nothing any more that we may keep.</summary>
    public async Task HearAsync(InstallationKey key, PersonChanged changed, CancellationToken cancel)
    {
        if (await db.Installations.AtAsync(key, cancel) is { IsActive: true } installation) await TakeOverAsync(installation, [changed.Person], cancel);
    }

    /// <summary>Takes over a page of the directory, and frees the partners of those who may no longer take part. Bots and strangers whom we do not know yet are not kept at all.</summary>
    public async Task TakeOverAsync(Installation installation, IReadOnlyCollection<DirectoryPerson> page, CancellationToken cancel)
    {
        var ids = page.Select(listed => listed.ExternalId).ToList();
        var known = await db.People.Where(person => person.InstallationId == installation.Id && ids.Contains(person.ExternalId)).ToDictionaryAsync(person => person.ExternalId, cancel);
        var before = known.Values.ToDictionary(person => person.Id, person => person.Standing);
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

        await FindManagersAsync(installation, known.Values, cancel);
        await door.ShowOutAsync(installation.Id, known.Values, cancel);
        foreach (var person in known.Values.Where(person => before.TryGetValue(person.Id, out var standing) && standing != person.Standing)) await departures.OfAsync(person, cancel);
    }

    /// <summary>Managers whom a later page names are found at the end of a reading.</summary>
    public async Task FindManagersAsync(Installation installation, CancellationToken cancel) => await db.Database.ExecuteSqlAsync(
        $"""
        UPDATE people SET listed_manager_id = manager.id FROM people manager
        WHERE people.installation_id = {installation.Id} AND manager.installation_id = {installation.Id} AND people.listed_manager_id IS NULL
            AND people.listing ->> 'manager' = manager.external_id AND manager.id <> people.id
        """, cancel);

    private async Task FindManagersAsync(Installation installation, IReadOnlyCollection<Person> people, CancellationToken cancel)
    {
        var wanting = people.Where(person => person is { Listing.Manager: not null, ListedManagerId: null }).ToList();
        if (wanting.Count == 0) return;
        var ids = wanting.Select(person => person.Listing.Manager!).ToList();
        var managers = await db.People.Where(person => person.InstallationId == installation.Id && ids.Contains(person.ExternalId)).ToDictionaryAsync(person => person.ExternalId, cancel);
        foreach (var person in wanting) person.ReportsTo(managers.GetValueOrDefault(person.Listing.Manager!));
    }
}
