using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PairingBot.Slack.Intake;

/// <summary>
/// Slack waits three seconds, and then shows an error of its own. What is still being shown by then (Slack is slow to take it, or the database to tell the token for it) goes on by
/// itself: the person may still get to see it, and Slack is answered in time.
/// </summary>
internal sealed class Promptness([FromKeyedServices(SlackTime.Real)] TimeProvider time, ILogger<Promptness> log)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.7);

    /// <summary>When a request came in.</summary>
    public long Now() => time.GetTimestamp();

    /// <returns>False when it could be waited for no longer, or broke.</returns>
    public async Task<bool> IsDoneAsync(Task showing, long since)
    {
        var left = Patience - time.GetElapsedTime(since);
        if (await Task.WhenAny(showing, Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time)) != showing) log.GoesOn();
        if (showing.IsCompletedSuccessfully) return true;
        _ = showing.ContinueWith(broken => log.ShowingBroke(broken.Exception!), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return false;
    }
}
