using Microsoft.EntityFrameworkCore;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.App.Installations;

internal static class InstallationQueries
{
    /// <summary>A large company may have many admins; a few know what to do.</summary>
    private const int MostTold = 5;

    /// <summary>Those who are told what concerns an installation as a whole.</summary>
    public static Task<List<Person>> OrganizersOfAsync(this IQueryable<Person> people, Guid installation, CancellationToken cancel) => people
        .Where(person => person.Standing == DirectoryStanding.Member && person.Unreachable == null && people.Any(account => account.InstallationId == installation && account.IsAdmin && (account.SameAs ?? account.Id) == person.Id))
        .OrderBy(person => person.Id).Take(MostTold).ToListAsync(cancel);

    /// <summary>
    /// The installation that a request belongs to: the organization's, where one added the bot for all of its workspaces, else the workspace's own. One that is still there comes
    /// before one that was removed: a workspace may have gone over to its organization, or back.
    /// </summary>
    public static Task<Installation?> AtAsync(this IQueryable<Installation> installations, InstallationKey key, CancellationToken cancel) => installations
        .Where(each => each.Platform == key.Platform && (each.ExternalId == key.ExternalId || each.ExternalId == key.Organization))
        .OrderBy(each => each.RemovedAt != null).ThenBy(each => each.ExternalId != key.Organization)
        .FirstOrDefaultAsync(cancel);
}
