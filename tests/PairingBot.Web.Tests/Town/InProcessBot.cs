using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.App;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Slack;
using PairingBot.Testing;

namespace PairingBot.Web.Tests.Town;

/// <summary>
/// The bot's own parts, put together as the host does but without its loops, between a real database and the stand-in for Slack over real HTTP. Slack's clock leaps, so that what takes
/// minutes at the pace that Slack allows takes seconds.
/// </summary>
internal sealed class InProcessBot : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public InProcessBot(string connectionString, Uri slack)
    {
        var settings = new Dictionary<string, string?> { ["Slack:SigningSecret"] = DemoTown.SigningSecret, ["Slack:BotToken"] = DemoTown.BotToken, ["Slack:ApiBaseUrl"] = slack + "api/" };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton<IConfiguration>(configuration)
            .AddKeyedSingleton<TimeProvider>("slack-real-time", new LeapingTime()).AddSlack(configuration).AddPairingBot(connectionString, DemoTown.SigningSecret).BuildServiceProvider();
    }

    public TestClock Clock { get; } = new();

    public async Task OpenAsync()
    {
        await using var scope = services.CreateAsyncScope();
        services.GetRequiredService<VaultHolder>().Keep(await Vault.OpenAsync(scope.ServiceProvider.GetRequiredService<PairingBotDb>(), DemoTown.SigningSecret, CancellationToken.None));
    }

    public Task<Reply> AnswerAsync(string person, Intent intent) => services.GetRequiredService<IChatInbox>()
        .AnswerAsync(new ChatRequest(new InstallationKey("slack", SlackSender.Team), new ChatSender(person), intent, ChatPlace.Command), CancellationToken.None);

    public async Task RunAsync<TJob>()
        where TJob : IRecurringJob
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(CancellationToken.None);
    }

    public async Task SendAsync()
    {
        while (await services.GetRequiredService<OutboxWorker>().SendDueAsync(CancellationToken.None) > 0)
        {
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>Each look at it is three seconds later than the one before.</summary>
    private sealed class LeapingTime : TimeProvider
    {
        private long looks;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddSeconds(3 * Interlocked.Increment(ref looks));
    }
}
