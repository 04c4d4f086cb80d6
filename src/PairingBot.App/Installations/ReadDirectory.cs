using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Installations;

/// <summary>
/// Reads who we are and who works in each workspace, by pages, every six hours or as soon as somebody unknown turns up. Idempotent: it writes down what the
/// directory says. A crash in between leaves pages that were taken over and where the next begins, and the next run goes on there.
/// </summary>
public sealed partial class ReadDirectory(PairingBotDb db, IEnumerable<IChatPlatform> platforms, DirectoryReading reading, Clocks clocks, ILogger<ReadDirectory> log) : IRecurringJob
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var read = 0;
        foreach (var platform in platforms)
        {
            var before = clocks.Wall.GetUtcNow() - Every;
            var known = await db.Installations.Where(each => each.Platform == platform.Key).ToListAsync(cancel);
            if (known.Count > 0 && known.TrueForAll(each => each.IsActive && each.PeopleReadAt > before)) continue;
            var identified = await platform.IdentifyAsync(cancel);
            if (identified.Value is not { } workspace)
            {
                LogNotReached(platform.Key, identified.Failure!);
                continue;
            }

            read += await reading.ReadAsync(platform, workspace, clocks, cancel);
        }

        return read;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The directory of {Platform} can not be read yet: {Failure}")]
    private partial void LogNotReached(string platform, DeliveryResult failure);
}
