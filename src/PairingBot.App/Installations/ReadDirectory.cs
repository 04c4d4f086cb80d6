using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Installations;

/// <summary>
/// Reads who we are and who works in each workspace, by pages, every six hours or as soon as somebody unknown turns up; several workspaces at a time, so that one that is slow or
/// refuses us holds up no other. Idempotent: it writes down what the directory says. A crash in between leaves pages that were taken over and where the next begins, and the next run goes on there.
/// </summary>
public sealed class ReadDirectory(PairingBotDb db, IEnumerable<IChatPlatform> platforms, IServiceScopeFactory scopes, Clocks clocks) : IRecurringJob
{
    private const int AtOnce = 4;

    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var read = 0;
        List<(IChatPlatform Platform, Installation? Installation)> due = [];
        foreach (var platform in platforms) due.AddRange((await DueAsync(platform, cancel)).Select(each => (platform, each)));
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (each, cancelled) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            Interlocked.Add(ref read, await scope.ServiceProvider.GetRequiredService<DirectoryReading>().ReadAsync(each.Platform, each.Installation, clocks, cancelled));
        });
        return read;
    }

    /// <summary>With a configured token the workspace is asked for by it, also when it was removed: should the token hold again, it has returned.</summary>
    private async Task<IEnumerable<Installation?>> DueAsync(IChatPlatform platform, CancellationToken cancel)
    {
        var before = clocks.Wall.GetUtcNow() - Every;
        var known = await db.Installations.AsNoTracking().Where(each => each.Platform == platform.Key).ToListAsync(cancel);
        if (platform.ServesMany) return known.Where(each => each.IsActive && !(each.PeopleReadAt > before));
        return known.Count > 0 && known.TrueForAll(each => each.IsActive && each.PeopleReadAt > before) ? [] : [null];
    }
}
