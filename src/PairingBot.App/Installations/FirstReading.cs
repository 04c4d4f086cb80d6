using PairingBot.App.Storage;

namespace PairingBot.App.Installations;

/// <summary>
/// Learns whom we serve, and who works there, before anything moves: so a program has its zone and no other workspace is taken for ours. Where the directory is away, or takes longer
/// than a start may, its job goes on with it.
/// </summary>
public sealed class FirstReading(ReadDirectory directory) : IFirstThing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task DoAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await directory.RunAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Pages that were read are kept; the job reads all again.
        }
    }
}
