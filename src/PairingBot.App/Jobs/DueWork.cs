using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.App.Chat;

namespace PairingBot.App.Jobs;

/// <summary>Runs what is due now, to its end, without waiting for the engine: for a moved clock, and for a round that somebody wants at once.</summary>
public sealed class DueWork(IServiceScopeFactory scopes, InboxWorker inbox, OutboxWorker outbox, Clocks clocks)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly FrozenDictionary<string, SemaphoreSlim> turns = JobSchedule.All.ToFrozenDictionary(entry => entry.Key, _ => new SemaphoreSlim(1, 1));

    /// <summary>Runs a job; on this host never two of one kind at once, so that whoever asks finds the work done and not under way.</summary>
    public async Task<int> RunJobAsync(JobEntry entry, CancellationToken cancel)
    {
        await turns[entry.Key].WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await ((IRecurringJob)scope.ServiceProvider.GetRequiredService(entry.Job)).RunAsync(cancel);
        }
        finally
        {
            turns[entry.Key].Release();
        }
    }

    /// <summary>Every job once, in order.</summary>
    /// <returns>How much each did.</returns>
    public async Task<Dictionary<string, int>> RunJobsAsync(CancellationToken cancel)
    {
        Dictionary<string, int> ran = [];
        foreach (var entry in JobSchedule.All) ran[entry.Key] = await RunJobAsync(entry, cancel);
        return ran;
    }

    /// <summary>Reads and sends until nothing can be done now (what a platform asked to wait for is not waited for), or until the patience ends.</summary>
    /// <returns>How many messages this host took up.</returns>
    public async Task<int> DrainMailAsync(TimeSpan patience, CancellationToken cancel)
    {
        var (sent, end) = (0, clocks.Wall.GetUtcNow() + patience);
        while (clocks.Wall.GetUtcNow() < end)
        {
            while (await inbox.ReadNextAsync(cancel))
            {
            }

            var taken = await outbox.SendDueAsync(cancel);
            sent += taken;
            if (taken > 0) continue;
            await using var scope = scopes.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<OutboxLease>().IsBusyAsync(cancel) && !await scope.ServiceProvider.GetRequiredService<InboxLease>().IsBusyAsync(cancel)) break;
            await Task.Delay(Pause, cancel); // the other loop, or another host, is at it
        }

        return sent;
    }
}
