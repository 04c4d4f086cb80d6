using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;

namespace PairingBot.App.Jobs;

/// <summary>Opens a round as soon as an organizer asked for it. Should this be lost in a crash, the schedule opens it within a minute.</summary>
public sealed partial class WantedRounds(JobSignal signal, DueWork work, OutboxSignal outbox, ILogger<WantedRounds> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(Timeout.InfiniteTimeSpan, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                await work.RunJobsAsync(stoppingToken);
                outbox.Wake();
            }
            catch (Exception failure) when (failure is Npgsql.NpgsqlException or Microsoft.EntityFrameworkCore.DbUpdateException or InvalidOperationException)
            {
                LogLeftToSchedule(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round that was asked for is left to the schedule")]
    private partial void LogLeftToSchedule(Exception failure);
}
