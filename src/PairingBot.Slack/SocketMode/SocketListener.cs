using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;

namespace PairingBot.Slack.SocketMode;

/// <summary>
/// The way in for hosts that Slack cannot reach: we connect to Slack, and everything comes over these connections. Several make a gap less likely;
/// Slack delivers each thing to one of them, and what comes twice all the same has its effect once. Without an app token it does nothing.
/// </summary>
internal sealed class SocketListener(
    IOptions<SlackOptions> options,
    SocketDoor door,
    [FromKeyedServices(SlackTime.Real)] TimeProvider time,
    ILogger<SocketListener> log) : IChatListener, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task lines = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancel)
    {
        if (options.Value.UsesSockets)
        {
            lines = Task.WhenAll(Enumerable.Range(0, options.Value.SocketConnections).Select(_ => Task.Run(() => new SocketLine(door, time, log).KeepAsync(stopping.Token), cancel)));
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancel)
    {
        await stopping.CancelAsync();
        await lines.WaitAsync(cancel);
    }

    public void Dispose() => stopping.Dispose();
}
