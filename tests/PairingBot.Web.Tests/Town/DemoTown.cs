using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using PairingBot.App;
using PairingBot.App.Storage;
using PairingBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace PairingBot.Web.Tests.Town;

/// <summary>
/// A whole small world for one test: a database of its own, the stand-in for Slack, and the bot as a process (or several) between them, speaking signed HTTP.
/// </summary>
internal sealed class DemoTown : IAsyncDisposable
{
    public const string SigningSecret = "town-signing-secret", BotToken = "xoxb-town", AppToken = "xapp-town";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestDatabase database;

    private readonly HostProcess playground;

    private readonly bool behindFirewall;

    private DemoTown(TestDatabase database, HostProcess playground, Uri botAddress, bool behindFirewall)
    {
        this.behindFirewall = behindFirewall;
        (this.database, this.playground) = (database, playground);
        Slack = new HttpClient { BaseAddress = playground.Address, Timeout = TimeSpan.FromMinutes(3) };
        Bot = new HttpClient { BaseAddress = botAddress, Timeout = TimeSpan.FromMinutes(3) };
    }

    public string ConnectionString => database.ConnectionString;

    /// <summary>The stand-in for Slack.</summary>
    public HttpClient Slack { get; }

    public HttpClient Bot { get; }

    public HostProcess BotProcess { get; private set; } = null!;

    public Uri Page => playground.Address;

    /// <param name="seeded">Whether the demo company has told of itself and joined.</param>
    /// <param name="company">A file with another company than the demo's.</param>
    /// <param name="enforceLimits">Whether the stand-in holds to Slack's rate limits.</param>
    /// <param name="behindFirewall">Whether the bot speaks over Socket Mode, without a signing secret.</param>
    /// <param name="prepare">What is done to the database before the bot starts.</param>
    public static async Task<DemoTown> OpenAsync(bool seeded = true, string? company = null, bool enforceLimits = false, bool behindFirewall = false, Func<string, Task>? prepare = null)
    {
        var database = await TestDatabase.CreateAsync(MigrateAsync);
        if (prepare is not null) await prepare(database.ConnectionString);
        var bot = LoopbackAddress();
        var settings = new Dictionary<string, string>
        {
            ["Playground:BotUrl"] = bot.ToString(),
            ["Playground:SigningSecret"] = SigningSecret,
            ["Playground:BotToken"] = BotToken,
            ["Playground:AppToken"] = AppToken,
            ["Playground:EventRetrySeconds"] = "0,1,2",
            ["Playground:EnforceLimits"] = enforceLimits.ToString(),
        };
        if (company is not null) settings["Playground:Company"] = company;
        var playground = HostProcess.Start("PairingBot.Playground", LoopbackAddress(), settings);
        var town = new DemoTown(database, playground, bot, behindFirewall);
        await playground.UntilAsync("healthz", Patience);
        await town.StartBotAsync(seeded);
        return town;
    }

    /// <summary>Starts the bot at the address that the stand-in knows; again, after it was killed.</summary>
    public async Task StartBotAsync(bool seeded = true)
    {
        BotProcess = StartHost(Bot.BaseAddress!, seeded);
        await BotProcess.UntilAsync("readyz", Patience);
    }

    /// <summary>Another host on the same database.</summary>
    public async Task<HostProcess> StartSecondHostAsync()
    {
        var second = StartHost(LoopbackAddress(), seeded: true);
        await second.UntilAsync("readyz", Patience);
        return second;
    }

    /// <summary>Moves the clock, an hour or more at a time; the bot runs all that is due.</summary>
    public async Task AdvanceAsync(string duration, string? step = null)
    {
        var answer = await Bot.PostAsJsonAsync("dev/clock", new { advance = duration, step });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public Task FaultAsync(string method, string kind, int times = 1, int retryAfter = 1) =>
        Slack.PostAsJsonAsync("playground/faults", new { method, kind, times, retryAfter });

    public Task ForgetFaultsAsync() => Slack.DeleteAsync("playground/faults");

    public async Task<JsonElement> StateAsync() => await Slack.GetFromJsonAsync<JsonElement>("playground/state");

    public async Task<T> QueryAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException("no value"));
    }

    public Task<long> CountAsync(string from) => QueryAsync<long>("SELECT count(*) FROM " + from);

    public Task<long> ExecuteAsync(string sql) => QueryAsync<long>($"WITH changed AS ({sql} RETURNING 1) SELECT count(*) FROM changed");

    /// <summary>Waits until this holds; fails with the bot's log when it never does.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        for (var left = 300; left > 0; left--, await Task.Delay(100))
            if (await holds()) return;
        Assert.Fail($"It never came to this: {what}\n{BotProcess.Output}");
    }

    public async ValueTask DisposeAsync()
    {
        await BotProcess.DisposeAsync();
        await SentToSlack.KeepAsync(Slack);
        await playground.DisposeAsync();
        Slack.Dispose();
        Bot.Dispose();
        await database.DisposeAsync();
    }

    public static async Task MigrateAsync(string connectionString)
    {
        await using var db = new PairingBotDb((DbContextOptions<PairingBotDb>)AppSetup.Configure(new DbContextOptionsBuilder<PairingBotDb>(), connectionString).Options);
        await db.Database.MigrateAsync();
    }

    public static Uri LoopbackAddress() => new($"http://127.0.0.1:{FreePort.Next()}/");

    private HostProcess StartHost(Uri address, bool seeded)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings:PairingBot"] = ConnectionString,
            [behindFirewall ? "Slack:AppToken" : "Slack:SigningSecret"] = behindFirewall ? AppToken : SigningSecret,
            ["PairingBot:EncryptionSecret"] = behindFirewall ? "a-secret-of-the-town" : "",
            ["Slack:BotToken"] = BotToken,
            ["Slack:ApiBaseUrl"] = playground.Address + "api/",
        };
        if (seeded) settings["PairingBot:Demo"] = Path.Combine(Repository.Root, "deploy", "demo-company.json");
        return HostProcess.Start("PairingBot.Web", address, settings);
    }
}
