namespace PairingBot.App.Jobs;

/// <summary>
/// Work that comes round. It may run twice, late, or on two machines: what is due is read from our own tables under locks, and each class says what makes it
/// idempotent and what a crash leaves behind. The engine only wakes it.
/// </summary>
public interface IRecurringJob
{
    /// <summary>Does everything that is due now.</summary>
    /// <returns>How many things it did.</returns>
    Task<int> RunAsync(CancellationToken cancel);
}
