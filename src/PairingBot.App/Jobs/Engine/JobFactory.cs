using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Quartz.Spi;

namespace PairingBot.App.Jobs.Engine;

/// <summary>Makes the engine's one job from our services.</summary>
public sealed class JobFactory(IServiceProvider services) : IJobFactory
{
    public IJob NewJob(TriggerFiredBundle bundle, IScheduler scheduler) => ActivatorUtilities.CreateInstance<WakeJob>(services);

    public void ReturnJob(IJob job)
    {
        // WakeJob holds nothing: each run makes and ends a scope of its own
    }
}
