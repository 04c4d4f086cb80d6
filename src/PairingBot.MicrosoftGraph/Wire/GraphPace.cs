using Microsoft.Extensions.DependencyInjection;

namespace PairingBot.MicrosoftGraph.Wire;

/// <summary>Keeps to what Graph allows: four requests to Outlook at a time, and none while it has asked for rest. Of this host; several hosts share the limit, and are then told to wait.</summary>
internal sealed class GraphPace([FromKeyedServices(GraphSetup.WallClock)] TimeProvider wall) : IDisposable
{
    private const int AtATime = 4;

    private readonly SemaphoreSlim outlook = new(AtATime, AtATime);
    private readonly long[] restUntil = new long[2]; // ticks; Outlook's limits are its own

    public void Dispose() => outlook.Dispose();

    /// <summary>How long calls of this kind still have to rest; zero for most.</summary>
    public TimeSpan RestOf(GraphMethod method)
    {
        var left = Interlocked.Read(ref restUntil[Place(method)]) - wall.GetUtcNow().UtcTicks;
        return left > 0 ? TimeSpan.FromTicks(left) : TimeSpan.Zero;
    }

    public void Rest(GraphMethod method, TimeSpan wait) => Interlocked.Exchange(ref restUntil[Place(method)], wall.GetUtcNow().UtcTicks + wait.Ticks);

    public async Task<T> TakeTurnAsync<T>(GraphMethod method, Func<Task<T>> call, CancellationToken cancel)
    {
        if (!method.IsOutlook) return await call();
        await outlook.WaitAsync(cancel);
        try
        {
            return await call();
        }
        finally
        {
            outlook.Release();
        }
    }

    private static int Place(GraphMethod method) => method.IsOutlook ? 1 : 0;
}
