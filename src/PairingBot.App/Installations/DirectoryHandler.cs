using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Programs;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Installations;

/// <summary>What the directory tells of people, one at a time or all at once.</summary>
public sealed class DirectoryHandler(PairingBotDb db, GuestDoor door, Departures departures, Outbox outbox, TimeProvider time)
{
    /// <summary>News of somebody. A workspace that removed the bot tells us nothing any more that we may keep.</summary>
    public async Task HearAsync(InstallationKey key, PersonChanged changed, CancellationToken cancel)
    {
        if (await db.Installations.AtAsync(key, cancel) is { IsActive: true } installation) await TakeOverAsync(installation, [changed.Person], cancel);
    }

    /// <summary>Somebody has the bot now: it can write to them, and says who it is. The first of all runs the program, where nobody else was named.</summary>
    public async Task HearAsync(InstallationKey key, PersonReached reached, CancellationToken cancel)
    {
        if (await db.Installations.AtAsync(key, cancel) is not { IsActive: true } installation) return;
        var person = await db.People.FirstOrDefaultAsync(row => row.InstallationId == installation.Id && row.ExternalId == reached.Person, cancel);
        if (person is null)
        {
            db.People.Add(person = Person.Meet(installation.Id, reached.Person));
            installation.WantPeople();
        }

        person.Reached();
        if (reached.MayOrganize && installation.AddedBy(person.ExternalId)) person.Appoint();
        await db.SaveChangesAsync(cancel);
        var program = await db.Programs.OfAsync(installation, cancel);
        var participant = await db.Participants.FirstOrDefaultAsync(each => each.ProgramId == program.Id && each.PersonId == person.Id, cancel);
        var welcome = $"welcome:{person.Id:N}";
        if (person.SameAs is not null || !program.Admits(person) || await db.Outbox.AnyAsync(row => row.Once == welcome, cancel)) return;
        outbox.ToPeople([person], HomeScreen.Message(person, program, participant, time.GetUtcNow()), welcome);
    }

    /// <summary>Somebody took the bot away: whoever was to meet them hears of it, and is matched again.</summary>
    public async Task HearAsync(InstallationKey key, PersonLost lost, CancellationToken cancel)
    {
        if (await db.Installations.AtAsync(key, cancel) is { } installation) await LoseAsync(installation.Id, lost.Person, lost.Reason, cancel);
    }

    /// <summary>A message to one person was refused. Heard before the message is given up: a crash in between hears it again.</summary>
    public async Task RefusedAsync(OutboxMessage row, string reason, CancellationToken cancel)
    {
        if (row.To != OutboxAddress.People || row.Address.Contains(',', StringComparison.Ordinal) || !Reach.IsOne(reason)) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await LoseAsync(row.InstallationId, row.Address, reason, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The bot can't write to somebody any more, as news or a refusal says.</summary>
    public async Task LoseAsync(Guid installation, string externalId, string reason, CancellationToken cancel)
    {
        if (!Reach.IsOne(reason) || await db.People.FirstOrDefaultAsync(row => row.InstallationId == installation && row.ExternalId == externalId, cancel) is not { } person || !person.Lost(reason)) return;
        await db.SaveChangesAsync(cancel);
        await departures.OfAsync(person, cancel);
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
        await door.ShowOutAsync(known.Values, cancel);
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
