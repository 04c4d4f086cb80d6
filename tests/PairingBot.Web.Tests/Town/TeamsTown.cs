using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PairingBot.Testing;

namespace PairingBot.Web.Tests.Town;

/// <summary>The bot as a process between a database of its own and the stand-in for Microsoft, another process. It begins on a Monday, two hours before the first round.</summary>
internal sealed class TeamsTown : BotTown
{
    public const string AppId = "00000000-0000-4000-8000-00000000b071", AppSecret = "town-secret-of-the-app", Tenant = "00000000-0000-4000-8000-0000000007e2";

    private static readonly DateTimeOffset Curtain = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

    private readonly HostProcess microsoft;
    private readonly bool hasGraph;

    private TeamsTown(TestDatabase database, HostProcess microsoft, Uri bot, bool hasGraph)
        : base(database, bot)
    {
        (this.microsoft, this.hasGraph) = (microsoft, hasGraph);
        Teams = new HttpClient { BaseAddress = microsoft.Address, Timeout = TimeSpan.FromMinutes(3) };
    }

    /// <summary>The stand-in: what it is told below /town.</summary>
    public HttpClient Teams { get; }

    /// <summary>The tenant's side of a bot that runs on another town's settings, too.</summary>
    public static async Task<TeamsTown> BesideAsync(TestDatabase database, Uri bot)
    {
        var microsoft = await OpenMicrosoftAsync(bot);
        return new TeamsTown(database, microsoft, bot, hasGraph: true) { IsHost = false };
    }

    public void IsServedBy(BotTown host) => Share(host);

    public static async Task<TeamsTown> OpenAsync(bool hasGraph = false)
    {
        var database = await TestDatabase.CreateAsync(MigrateAsync);
        var bot = LoopbackAddress();
        var microsoft = await OpenMicrosoftAsync(bot);
        var town = new TeamsTown(database, microsoft, bot, hasGraph);
        await town.ExecuteAsync($"INSERT INTO moved_clocks (id, ahead) VALUES (1, '{Curtain:o}'::timestamptz - clock_timestamp())");
        await town.RunAsync(town.StartHost());
        return town;
    }

    public async Task KillAndStartAsync()
    {
        BotProcess.Kill();
        await BotProcess.WaitForExitAsync(TimeSpan.FromSeconds(10));
        await RunAsync(StartHost());
    }

    /// <summary>Somebody comes, and adds the app.</summary>
    public async Task AddAsync(string id, string name, string? upn = null)
    {
        await PostAsync("town/people", new { aadId = id, name, upn });
        await PostAsync($"town/people/{id}/install", new { });
        await SettleAsync();
    }

    public async Task<JsonNode> GetAsync(string path) => JsonNode.Parse(await Teams.GetStringAsync(path))!;

    public async Task<JsonNode> PostAsync(string path, object order)
    {
        var answer = await Teams.PostAsJsonAsync(path, order);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    protected override async ValueTask LeaveAsync()
    {
        await microsoft.DisposeAsync();
        Teams.Dispose();
    }

    private static async Task<HostProcess> OpenMicrosoftAsync(Uri bot)
    {
        var microsoft = HostProcess.Start("PairingBot.MicrosoftTown", LoopbackAddress(), [], "--bot", bot + "api/messages", "--app-id", AppId, "--app-secret", AppSecret, "--tenant", Tenant);
        await microsoft.UntilAsync("healthz", Patience);
        return microsoft;
    }

    private HostProcess StartHost() => HostProcess.Start("PairingBot.Web", Bot.BaseAddress!, new Dictionary<string, string>(Settings)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ConnectionStrings:PairingBot"] = ConnectionString,
        ["PairingBot:PublicUrl"] = Bot.BaseAddress!.ToString(),
    });

    /// <summary>What a host needs to serve the tenant.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Teams:AppId"] = AppId,
        ["Teams:TenantId"] = Tenant,
        ["Teams:ClientSecret"] = AppSecret,
        ["Teams:OpenIdMetadataUrl"] = microsoft.Address + "login/v1/.well-known/openidconfiguration",
        ["Teams:LoginBaseUrl"] = microsoft.Address + "login",
        ["Teams:AllowedServiceUrlHosts:0"] = microsoft.Address.Authority,
        ["Graph:Enabled"] = hasGraph.ToString(),
        ["Graph:BaseUrl"] = microsoft.Address + "graph/v1.0",
    };
}
