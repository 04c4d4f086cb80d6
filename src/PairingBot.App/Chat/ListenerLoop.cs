using Microsoft.Extensions.Hosting;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>A platform that listens, as one of the loops: the last to start and the first to stop.</summary>
internal sealed class ListenerLoop(IChatListener listener) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => listener.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => listener.StopAsync(cancellationToken);
}
