using Microsoft.EntityFrameworkCore;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Installations;

internal static class InstallationQueries
{
    /// <summary>
    /// The installation that a request belongs to: the organization's, where one added the bot for all of its workspaces, else the workspace's own. One that is still there comes
    /// before one that was removed: a workspace may have gone over to its organization, or back.
    /// </summary>
    public static Task<Installation?> AtAsync(this IQueryable<Installation> installations, InstallationKey key, CancellationToken cancel) => installations
        .Where(each => each.Platform == key.Platform && (each.ExternalId == key.ExternalId || each.ExternalId == key.Organization))
        .OrderBy(each => each.RemovedAt != null).ThenBy(each => each.ExternalId != key.Organization)
        .FirstOrDefaultAsync(cancel);
}
