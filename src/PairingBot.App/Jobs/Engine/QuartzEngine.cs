using System.Collections.Specialized;
using Microsoft.Extensions.Hosting;
using Quartz;
using Quartz.Impl;
using Quartz.Impl.Matchers;
using Quartz.Simpl;
using Quartz.Spi;

namespace PairingBot.App.Jobs.Engine;

/// <summary>
/// Binds <see cref="JobSchedule"/> to Quartz, clustered on the same PostgreSQL: each wake goes to one host, and a host that dies is taken over. This folder is all
/// that knows the engine; a job is a plain class with a stable key, and what is due is never read from here.
/// </summary>
public sealed class QuartzEngine(JobStoreConnection connection, IJobFactory jobs) : IHostedService
{
    private const string Group = "pairing-bot";

    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        scheduler = await new StdSchedulerFactory(Settings(connection.ConnectionString)).GetScheduler(cancellationToken);
        scheduler.JobFactory = jobs;
        foreach (var entry in JobSchedule.All) await ScheduleAsync(scheduler, entry, cancellationToken);
        await DropUnknownAsync(scheduler, cancellationToken);
        await scheduler.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (scheduler is not null) await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    private static async Task ScheduleAsync(IScheduler scheduler, JobEntry entry, CancellationToken cancel)
    {
        var job = JobBuilder.Create<WakeJob>().WithIdentity(entry.Key, Group).DisallowConcurrentExecution().StoreDurably().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(entry.Key, Group).ForJob(job).StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(entry.Every).RepeatForever().WithMisfireHandlingInstructionNextWithExistingCount()).Build();
        await scheduler.ScheduleJob(job, [trigger], replace: true, cancel);
    }

    /// <summary>Jobs of an earlier version, which nobody would answer for.</summary>
    private static async Task DropUnknownAsync(IScheduler scheduler, CancellationToken cancel)
    {
        var stored = await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Group), cancel);
        await scheduler.DeleteJobs([.. stored.Where(key => JobSchedule.All.All(entry => entry.Key != key.Name))], cancel);
    }

    private static NameValueCollection Settings(string connectionString) => new()
    {
        ["quartz.scheduler.instanceName"] = "PairingBot",
        ["quartz.scheduler.instanceId"] = "AUTO",
        ["quartz.threadPool.maxConcurrency"] = "4",
        ["quartz.jobStore.type"] = "Quartz.Impl.AdoJobStore.JobStoreTX, Quartz",
        ["quartz.jobStore.driverDelegateType"] = "Quartz.Impl.AdoJobStore.PostgreSQLDelegate, Quartz",
        ["quartz.jobStore.tablePrefix"] = "qrtz_",
        ["quartz.jobStore.useProperties"] = "true",
        ["quartz.jobStore.clustered"] = "true",
        ["quartz.jobStore.clusterCheckinInterval"] = "10000",
        ["quartz.jobStore.dataSource"] = "pairingbot",
        ["quartz.dataSource.pairingbot.provider"] = "Npgsql",
        ["quartz.dataSource.pairingbot.connectionString"] = connectionString,
        ["quartz.serializer.type"] = typeof(NoObjects).AssemblyQualifiedName,
    };
}

/// <summary>Where the engine keeps its tables.</summary>
public sealed record JobStoreConnection(string ConnectionString);
