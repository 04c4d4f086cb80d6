using System.Net.Http.Json;
using System.Text.Json;
using PairingBot.Testing;

namespace PairingBot.Web.Tests.Town;

/// <summary>
/// A whole small world for one test: a database of its own, the stand-in for Slack, and the bot as a process (or several) between them, speaking signed HTTP.
/// </summary>
internal sealed class DemoTown : BotTown
{
    public const string SigningSecret = "town-signing-secret", BotToken = "xoxb-town", AppToken = "xapp-town";

    private readonly HostProcess playground;

    private readonly bool behindFirewall;

    private DemoTown(TestDatabase database, HostProcess playground, Uri botAddress, bool behindFirewall)
        : base(database, botAddress)
    {
        (this.playground, this.behindFirewall) = (playground, behindFirewall);
        Slack = new HttpClient { BaseAddress = playground.Address, Timeout = TimeSpan.FromMinutes(3) };
    }

    /// <summary>The stand-in for Slack.</summary>
    public HttpClient Slack { get; }

    /// <summary>What the host is told beside Slack's settings, from its next start on.</summary>
    public Dictionary<string, string> Beside { get; } = [];

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
    public Task StartBotAsync(bool seeded = true) => RunAsync(StartHost(Bot.BaseAddress!, seeded));

    /// <summary>Another host on the same database.</summary>
    public async Task<HostProcess> StartSecondHostAsync()
    {
        var second = StartHost(LoopbackAddress(), seeded: true);
        await second.UntilAsync("readyz", Patience);
        return second;
    }

    /// <summary>The same bot, which from now on serves a tenant of Teams, too, with Graph as its directory.</summary>
    public async Task<TeamsTown> AddTeamsAsync()
    {
        var teams = await TeamsTown.BesideAsync(Database, Bot.BaseAddress!);
        foreach (var (key, value) in teams.Settings) Beside[key] = value;
        BotProcess.Kill();
        await BotProcess.WaitForExitAsync(TimeSpan.FromSeconds(10));
        await StartBotAsync(seeded: false);
        teams.IsServedBy(this);
        return teams;
    }

    public Task FaultAsync(string method, string kind, int times = 1, int retryAfter = 1) =>
        Slack.PostAsJsonAsync("playground/faults", new { method, kind, times, retryAfter });

    public Task ForgetFaultsAsync() => Slack.DeleteAsync("playground/faults");

    public async Task<JsonElement> StateAsync() => await Slack.GetFromJsonAsync<JsonElement>("playground/state");

    protected override async ValueTask LeaveAsync()
    {
        await SentToSlack.KeepAsync(Slack);
        await playground.DisposeAsync();
        Slack.Dispose();
    }

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
        foreach (var (key, value) in Beside) settings[key] = value;
        if (seeded) settings["PairingBot:Demo"] = Path.Combine(Repository.Root, "deploy", "demo-company.json");
        return HostProcess.Start("PairingBot.Web", address, settings);
    }
}
