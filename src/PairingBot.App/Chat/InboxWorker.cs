using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>
/// Reads stored events and carries them out, one after the other on each host. The effect and the mark that it is done are one transaction, so an event has its
/// effect once, whatever happens in between. What fails is tried again with growing waits, then given up and logged.
/// </summary>
public sealed partial class InboxWorker(IServiceScopeFactory scopes, InboxSignal signal, OutboxSignal outbox, ILogger<InboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(1);

    /// <summary>Carries out the next event that is due.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> ReadNextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var lease = scope.ServiceProvider.GetRequiredService<InboxLease>();
        if (await lease.GiveUpAsync(cancel) is > 0 and var given) LogGivenUp(given);
        if (await lease.TakeAsync(cancel) is not { } inbound) return false;
        try
        {
            await CarryOutAsync(inbound, cancel);
        }
#pragma warning disable CA1031 // the other of the two loops: recorded with the row, tried again, given up in the end
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(inbound.Id, inbound.Attempts, failure);
            await lease.FailedAsync(inbound, failure.GetType().Name, cancel);
        }

        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await ReadNextAsync(stoppingToken)) continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // the loop itself must outlive a database that is away
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogLoopFailed(failure);
            }

            await signal.WaitAsync(SlowLook, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task CarryOutAsync(InboxEvent inbound, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var platform = services.GetServices<IChatPlatform>().Single(each => each.Key == inbound.Platform);
        var request = platform.Read(Encoding.UTF8.GetString(services.GetRequiredService<Vault>().Open(inbound.Body, ChatInbox.Context)));
        if (request is null) LogMeansNothing(inbound.Id);
        await services.GetRequiredService<Exchange>().CarryOutAsync(inbound, request, cancel);
        outbox.Wake();
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Inbox row {Row} means nothing to us")]
    private partial void LogMeansNothing(long row);

    [LoggerMessage(Level = LogLevel.Error, Message = "Inbox row {Row} failed in attempt {Attempt}")]
    private partial void LogFailed(long row, int attempt, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} inbox row(s) took their host down each time and were given up")]
    private partial void LogGivenUp(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox could not be looked at; trying again")]
    private partial void LogLoopFailed(Exception failure);
}
