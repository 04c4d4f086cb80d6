using Microsoft.Extensions.Logging;
using Quartz;

namespace PairingBot.App.Jobs.Engine;

/// <summary>The one class that the engine stores by name: wakes the job with the key of its own.</summary>
public sealed partial class WakeJob(DueWork work, ILogger<WakeJob> log) : IJob
{
    public async Task Execute(IJobExecutionContext context)
    {
        if (JobSchedule.All.FirstOrDefault(entry => entry.Key == context.JobDetail.Key.Name) is not { } entry)
        {
            LogUnknown(context.JobDetail.Key.Name);
            return;
        }

        try
        {
            await work.RunJobAsync(entry, context.CancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(entry.Key, failure);
            throw new JobExecutionException(failure, refireImmediately: false);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The engine woke {Job}, which this version does not know")]
    private partial void LogUnknown(string job);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed; what was due is due again at its next turn")]
    private partial void LogFailed(string job, Exception failure);
}
