using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PairingBot.App.Installations;
using PairingBot.App.Programs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>
/// Sends what waits in the outbox: leases rows, has the platform carry them out, records how each ended. Any number of hosts may run it. A crash leaves
/// a lease, which ends within seconds; the row is then taken up at its last recorded step.
/// </summary>
public sealed partial class OutboxWorker(IServiceScopeFactory scopes, OutboxSignal signal, ILogger<OutboxWorker> log) : BackgroundService
{
    /// <summary>As many are leased as are sent at once: a lease must not run out while its row waits behind others.</summary>
    private const int AtOnce = 8;

    /// <summary>The answer to a press means something for minutes only, and its address lives for half an hour.</summary>
    private const int MostPressAttempts = 10;

    private readonly string host = Guid.NewGuid().ToString("N");

    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromMinutes(5), WorkspaceWait = TimeSpan.FromMinutes(10);

    /// <summary>Sends what can be sent now.</summary>
    /// <returns>How many rows were taken up.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        List<OutboxMessage> rows;
        await using (var scope = scopes.CreateAsyncScope())
            rows = await scope.ServiceProvider.GetRequiredService<OutboxLease>().TakeAsync(host, AtOnce, cancel);
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, SendAsync); // what has begun ends, also while the host stops: calls have time-outs of their own
        return rows.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SendDueAsync(stoppingToken) > 0) continue;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // one of the two loops: whatever happens is recorded, and the rows are still there
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogLoopFailed(failure);
            }

            await signal.WaitAsync(SlowLook, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<OutboxLease>().LetGoAsync(host, cancellationToken);
        }
        catch (Npgsql.NpgsqlException away) // our turns then end by themselves
        {
            LogLoopFailed(away);
        }
    }

    private async ValueTask SendAsync(OutboxMessage row, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var installation = await services.GetRequiredService<PairingBotDb>().Installations.AsNoTracking().SingleAsync(each => each.Id == row.InstallationId, cancel);
        if (services.GetServices<IChatPlatform>().SingleOrDefault(each => each.Key == installation.Platform) is not { } platform)
        {
            LogPlatformOff(row.InstallationId, installation.Platform);
            await services.GetRequiredService<OutboxLease>().WaitAsync(row, WorkspaceWait, "platform-off", blameless: true, cancel);
            return;
        }

        var result = await CarryOutAsync(services.GetRequiredService<Delivery>(), platform, installation.Key, row, cancel);
        if (result is Apart apart)
        {
            await SplitAsync(services, row, apart, cancel);
            return;
        }

        if (result is Gone { Scope: GoneScope.Person } lost) await services.GetRequiredService<DirectoryHandler>().RefusedAsync(row, lost.Reason, cancel);
        if (result is Gone { Scope: GoneScope.Place } refused) await services.GetRequiredService<ChannelKeeper>().RefusedAsync(row, refused.Reason, cancel);
        await RecordAsync(services.GetRequiredService<OutboxLease>(), row, result, cancel);
        if (result is Gone refusal) await services.GetRequiredService<Removals>().HearAsync(installation, refusal, cancel);
    }

    private async Task SplitAsync(IServiceProvider services, OutboxMessage row, Apart apart, CancellationToken cancel)
    {
        if (await services.GetRequiredService<OutboxLease>().SplitAsync(row, await services.GetRequiredService<Shares>().OfAsync(row, apart, cancel), cancel)) signal.Wake();
        if (apart.Missing is { } missing) await services.GetRequiredService<Removals>().HearAsync(row.InstallationId, missing, cancel);
    }

    /// <summary>A row that breaks (sealed under another key, written by a newer version) waits like any other that could not be sent, and takes none of its batch with it.</summary>
    private async Task<DeliveryResult> CarryOutAsync(Delivery delivery, IChatPlatform platform, InstallationKey installation, OutboxMessage row, CancellationToken cancel)
    {
        try
        {
            return await delivery.CarryOutAsync(platform, installation, row, cancel);
        }
#pragma warning disable CA1031 // still this loop: recorded with the row, tried again
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogBroke(row.Id, failure);
            return new Unavailable(failure.GetType().Name);
        }
    }

    private Task RecordAsync(OutboxLease lease, OutboxMessage row, DeliveryResult result, CancellationToken cancel)
    {
        switch (result)
        {
            case Delivered delivered:
                return lease.SentAsync(row, delivered.Id.Length > 0 ? delivered.Id : null, cancel);
            case RetryAfter asked:
                LogAskedToWait(row.Id, asked.Wait);
                return WaitAsAskedAsync(lease, row, asked.Wait, cancel);
            case Gone { Scope: GoneScope.Installation or GoneScope.Permission or GoneScope.Credentials } gone: // a wrong token or a missing scope: an operator can mend it, so nothing is lost meanwhile
                LogWorkspaceRefuses(row.InstallationId, gone.Reason);
                return lease.WaitAsync(row, WorkspaceWait, gone.Reason, blameless: true, cancel);
            case Gone gone:
                LogGone(row.Id, gone.Scope, gone.Reason);
                return lease.GoneAsync(row, gone.Reason, cancel);
            case Uncertain uncertain:
                LogPerhapsSent(row.Id, uncertain.Reason);
                return lease.PerhapsSentAsync(row, uncertain.Reason, cancel);
            case Unavailable { Reason: var reason } when row is { To: OutboxAddress.Press, Attempts: >= MostPressAttempts }:
                LogGone(row.Id, GoneScope.Message, reason);
                return lease.GoneAsync(row, reason, cancel);
            case Unavailable unavailable:
                LogUnavailable(row.Id, row.Attempts, unavailable.Reason);
                return lease.WaitAsync(row, BackOff(row), unavailable.Reason, blameless: false, cancel);
            default:
                throw new InvalidOperationException($"Nobody knows what {result.GetType().Name} means.");
        }
    }

    private static async Task WaitAsAskedAsync(OutboxLease lease, OutboxMessage row, TimeSpan wait, CancellationToken cancel)
    {
        await lease.WaitAsync(row, wait, null, blameless: true, cancel);
        await lease.HoldBackAlikeAsync(row, wait, cancel);
    }

    /// <summary>One second, doubling, to five minutes. Rows of one host are spread by their ids, so that they do not all come back at one moment.</summary>
    private static TimeSpan BackOff(OutboxMessage row)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(row.Attempts - 1, 9)));
        return (wait < LongestWait ? wait : LongestWait) + TimeSpan.FromMilliseconds(row.Id % 16 * 50);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be looked at; trying again")]
    private partial void LogLoopFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox row {Row} broke on its way")]
    private partial void LogBroke(long row, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Outbox row {Row} waits {Wait} because the platform asked for it")]
    private partial void LogAskedToWait(long row, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Error, Message = "Installation {Installation} refuses our credentials ({Reason}); its messages wait")]
    private partial void LogWorkspaceRefuses(Guid installation, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages of installation {Installation} wait: this host is not set up for {Platform}")]
    private partial void LogPlatformOff(Guid installation, string platform);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox row {Row} can not be delivered: {Scope}, {Reason}")]
    private partial void LogGone(long row, GoneScope scope, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox row {Row} may have been delivered ({Reason}), and is not sent again")]
    private partial void LogPerhapsSent(long row, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox row {Row} could not be delivered in attempt {Attempt}: {Reason}")]
    private partial void LogUnavailable(long row, int attempt, string reason);
}
