using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.App;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Chat.Tests.Slack;
using PairingBot.Domain.Chat;
using PairingBot.Slack;
using PairingBot.Testing;

namespace PairingBot.Chat.Tests.Install;

/// <summary>A host that serves many workspaces: Slack's real endpoints and calls, the real handlers, a real database; without its loops, so that a test says what runs, and when.</summary>
internal sealed class ManyHost : IAsyncDisposable
{
    public const string PublicUrl = "https://pairingbot.example.com", RedirectAddress = PublicUrl + "/slack/oauth/callback";

    private readonly WebApplication host;
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly IAsyncDisposable[] owned;

    private ManyHost(WebApplication host, SlackStandIn slack, SlackTowns towns, TestDatabase database, TestClock clock, ConcurrentQueue<string> log, params IAsyncDisposable[] owned) =>
        (this.host, Slack, Towns, Database, Clock, Log, this.owned) = (host, slack, towns, database, clock, log, owned);

    public SlackStandIn Slack { get; }

    public SlackTowns Towns { get; }

    public TestDatabase Database { get; }

    public TestClock Clock { get; }

    /// <summary>Every line that the host logged; of Microsoft's own only warnings, as appsettings.json has it.</summary>
    public ConcurrentQueue<string> Log { get; }

    public IServiceProvider Services => host.Services;

    public IChatPlatform Platform => Services.GetRequiredService<IChatPlatform>();

    public static async Task<ManyHost> StartAsync(params string[] installed)
    {
        var (slack, database, clock) = (await SlackStandIn.StartAsync(), await TestDatabase.CreateAsync(MigrateAsync), new TestClock());
        var bot = await StartAsync(slack, new SlackTowns(slack), database, clock, new(), slack, database);
        foreach (var team in installed) Assert.Equal(200, (await bot.InstallAsync($"code-{team}-1")).Status);
        if (installed.Length > 0) await bot.RunAsync<App.Installations.ReadDirectory>();
        return bot;
    }

    /// <summary>A second host on the same database, perhaps with a line of its own to it, and another idea of how long a second is.</summary>
    public Task<ManyHost> AnotherAsync(string? line = null, TimeProvider? real = null) => StartAsync(Slack, Towns, Database, Clock, new(line, real));

    /// <summary>Begins at /slack/install and comes back from Slack with this code.</summary>
    public async Task<Received> InstallAsync(string code)
    {
        var (state, cookie) = await BeginAsync();
        return await GetAsync($"/slack/oauth/callback?code={code}&state={state}", cookie);
    }

    /// <returns>The state that Slack is given, and the cookie that the browser keeps.</returns>
    public async Task<(string State, string Cookie)> BeginAsync()
    {
        using var response = await http.GetAsync(host.Urls.First() + "/slack/install");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var state = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(response.Headers.Location!.Query)["state"].ToString();
        return (state, response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    public Task<HttpResponseMessage> GetRawAsync(string path) => http.GetAsync(host.Urls.First() + path);

    public async Task<Received> GetAsync(string path, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, host.Urls.First() + path);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var response = await http.SendAsync(request);
        return new Received((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a request as Slack signs it.</summary>
    public async Task<Received> SendAsync(string path, string body, string type = "application/x-www-form-urlencoded")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Urls.First() + path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach (var (name, value) in BotHost.SignatureNow(body)) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        return new Received((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    public Task<Received> CommandAsync(string team, string text, string who = "UANA", string more = "") =>
        SendAsync("/slack/commands", $"team_id={team}&user_id={who}&command=%2Fcoffee&trigger_id=1.2.abc&text={Uri.EscapeDataString(text)}{more}");

    /// <summary>An event comes in and is carried out.</summary>
    public async Task<Received> EventAsync(string team, string id, string inner, long? at = null, string more = "")
    {
        var received = await SendAsync("/slack/events", $$"""{"type":"event_callback","team_id":{{(team.Length > 0 ? $"\"{team}\"" : "null")}},"event_id":"{{id}}","event_time":{{at ?? TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}},"event":{{inner}}{{more}}}""", "application/json");
        while (await Services.GetRequiredService<InboxWorker>().ReadNextAsync(CancellationToken.None))
        {
        }

        return received;
    }

    public async Task<int> RunAsync<TJob>()
        where TJob : IRecurringJob
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(CancellationToken.None);
    }

    public async Task SendMailAsync()
    {
        while (await Services.GetRequiredService<OutboxWorker>().SendDueAsync(CancellationToken.None) > 0)
        {
        }
    }

    public async Task<T> QueryAsync<T>(Func<PairingBotDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<PairingBotDb>());
    }

    public Task<Installation> InstallationAsync(string externalId) => QueryAsync(db => db.Installations.SingleAsync(each => each.ExternalId == externalId));

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
        foreach (var each in owned) await each.DisposeAsync();
    }

    private static async Task<ManyHost> StartAsync(SlackStandIn slack, SlackTowns towns, TestDatabase database, TestClock clock, Surroundings around, params IAsyncDisposable[] owned)
    {
        var connection = around.Line ?? database.ConnectionString;
        var builder = WebApplication.CreateSlimBuilder();
        var log = new ConcurrentQueue<string>();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft", LogLevel.Warning).AddProvider(new KeptLog(log));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:SigningSecret"] = BotHost.Secret,
            ["Slack:ClientId"] = SlackTowns.ClientId,
            ["Slack:ClientSecret"] = SlackTowns.ClientSecret,
            ["Slack:ApiBaseUrl"] = slack.Address + "/api",
            ["PairingBot:PublicUrl"] = PublicUrl,
        });
        if (around.Real is { } real) builder.Services.AddKeyedSingleton(SlackTime.Real, real);
        builder.Services.AddSingleton<TimeProvider>(clock).AddSlack(builder.Configuration).AddPairingBot(connection, BotHost.Secret);
        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        app.Services.GetRequiredService<VaultHolder>().Keep(await Vault.OpenAsync(scope.ServiceProvider.GetRequiredService<PairingBotDb>(), BotHost.Secret, CancellationToken.None));
        return new ManyHost(app, slack, towns, database, clock, log, owned);
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var db = new PairingBotDb((DbContextOptions<PairingBotDb>)AppSetup.Configure(new DbContextOptionsBuilder<PairingBotDb>(), connectionString).Options);
        await db.Database.MigrateAsync();
    }

    private sealed record Surroundings(string? Line = null, TimeProvider? Real = null);

    private sealed class KeptLog(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
