namespace PairingBot.Web.Tests.Conformance;

/// <summary>One world for the tests of one platform that leave no more behind than the others can bear; opened by the first.</summary>
public sealed class SharedWorld : IAsyncLifetime
{
    private IChatWorld? world;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (world is not null) await world.DisposeAsync();
    }

    internal async Task<IChatWorld> OpenAsync(Func<Task<IChatWorld>> open) => world ??= await open();
}
