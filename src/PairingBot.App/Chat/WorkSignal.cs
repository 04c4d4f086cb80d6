namespace PairingBot.App.Chat;

/// <summary>Wakes a loop of this host as soon as there is work; another host's rows are found by its own slow look. Losing a signal costs a second, never a message.</summary>
public abstract class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim work = new(0, 1);

    public void Wake()
    {
        try
        {
            if (work.CurrentCount == 0) work.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two wakes at once: the loop is awake already.
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => work.WaitAsync(atMost, cancel);

    public void Dispose()
    {
        work.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class OutboxSignal : WorkSignal;

public sealed class InboxSignal : WorkSignal;

/// <summary>Somebody asked for a round at once.</summary>
public sealed class JobSignal : WorkSignal;
