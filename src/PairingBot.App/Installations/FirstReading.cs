using PairingBot.App.Storage;

namespace PairingBot.App.Installations;

/// <summary>Learns whom we serve, and who works there, before anything moves: so a program has its zone and no other workspace is taken for ours. Where the directory is away, its job tries again.</summary>
public sealed class FirstReading(ReadDirectory directory) : IFirstThing
{
    public async Task DoAsync(CancellationToken cancel) => await directory.RunAsync(cancel);
}
