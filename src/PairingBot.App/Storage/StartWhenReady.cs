using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PairingBot.App.Storage;

/// <summary>
/// Waits for the database, opens the vault, runs what must come first (<see cref="IFirstThing"/>), then starts the loops; stops them in the opposite order. So the host
/// answers its health checks while the database is still on its way.
/// </summary>
public sealed partial class StartWhenReady(IServiceScopeFactory scopes, VaultHolder vault, LoopList loops, IHostApplicationLifetime life, ILogger<StartWhenReady> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly Stack<IHostedService> started = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        while (started.TryPop(out var loop)) await loop.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WaitAsync(stoppingToken);
            await FirstThingsAsync(stoppingToken);
        }
        catch (VaultLockedException locked)
        {
            LogLocked(locked.Message);
            Environment.ExitCode = 1;
            life.StopApplication();
            return;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }

        foreach (var loop in loops.All)
        {
            started.Push(loop);
            await loop.StartAsync(stoppingToken);
        }

        loops.Started();
        LogStarted();
    }

    private async Task WaitAsync(CancellationToken cancel)
    {
        for (string? said = null; ; await Task.Delay(Look, cancel))
        {
            await using var scope = scopes.CreateAsyncScope();
            var fault = await DatabaseState.FaultAsync(scope.ServiceProvider.GetRequiredService<PairingBotDb>(), cancel);
            if (fault is null) return;
            if (fault != said) LogNotReady(said = fault);
        }
    }

    private async Task FirstThingsAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        vault.Keep(await Vault.OpenAsync(services.GetRequiredService<PairingBotDb>(), services.GetRequiredService<VaultSecret>().Text, cancel));
        foreach (var first in services.GetServices<IFirstThing>()) await first.DoAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Fault}")]
    private partial void LogNotReady(string fault);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Fault}")]
    private partial void LogLocked(string fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database is ready; rounds, nudges and messages are on their way")]
    private partial void LogStarted();
}

/// <summary>Something that must be done once the database is ready and before anything moves.</summary>
public interface IFirstThing
{
    Task DoAsync(CancellationToken cancel);
}

/// <summary>The loops, in the order in which they start.</summary>
public sealed class LoopList(IReadOnlyList<IHostedService> all)
{
    public IReadOnlyList<IHostedService> All => all;

    public bool AreRunning { get; private set; }

    internal void Started() => AreRunning = true;
}

/// <summary>The secret of the configuration under which the data key is stored.</summary>
public sealed record VaultSecret(string Text);
