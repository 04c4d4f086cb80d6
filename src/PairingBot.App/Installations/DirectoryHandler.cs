using Microsoft.EntityFrameworkCore;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.App.Installations;

/// <summary>What the directory tells of people, one at a time or all at once.</summary>
public sealed class DirectoryHandler(PairingBotDb db, Departures departures, TimeProvider time)
{
    public Task<Installation?> FindAsync(InstallationKey key, CancellationToken cancel) =>
        db.Installations.FirstOrDefaultAsync(each => each.Platform == key.Platform && each.ExternalId == key.ExternalId, cancel);

    /// <summary>The workspace took the bot out: nothing is sent any more and no round opens, until the directory can be read again.</summary>
    public void Remove(Installation installation) => installation.Remove(time.GetUtcNow());

    /// <summary>Takes over a page of the directory, and frees the partners of those who are no longer members. Bots and strangers whom we do not know yet are not kept at all.</summary>
    public async Task TakeOverAsync(Installation installation, IReadOnlyCollection<DirectoryPerson> page, CancellationToken cancel)
    {
        var ids = page.Select(listed => listed.ExternalId).ToList();
        var known = await db.People.Where(person => person.InstallationId == installation.Id && ids.Contains(person.ExternalId)).ToDictionaryAsync(person => person.ExternalId, cancel);
        var before = known.Values.Where(person => person.Standing == DirectoryStanding.Member).ToList();
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

        foreach (var gone in before.Where(person => person.Standing != DirectoryStanding.Member)) await departures.OfAsync(gone, cancel);
    }
}
