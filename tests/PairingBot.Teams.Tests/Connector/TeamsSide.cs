using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Connector;

namespace PairingBot.Teams.Tests.Connector;

/// <summary>The Teams side as a host puts it together, with references in memory and a company that says what a test lets it say.</summary>
internal sealed class TeamsSide : IAsyncDisposable
{
    public const string AppId = "00000000-0000-4000-8000-00000000b071", Tenant = "00000000-0000-4000-8000-0000000007e2";

    public static readonly InstallationKey Home = new("teams", Tenant);

    public static readonly ChatMessage Hello = ChatMessage.Of("hello", ChatText.Plain("Hello"));

    private readonly ServiceProvider services;

    public TeamsSide(TownProcess town, TimeProvider? wall = null, params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Teams:AppId"] = AppId, ["Teams:TenantId"] = Tenant, ["Teams:ClientSecret"] = "town-secret", ["Teams:LoginBaseUrl"] = town.Address + "/login", ["Teams:AllowedServiceUrlHosts:0"] = town.Host,
        };
        foreach (var (key, value) in settings) values[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var made = new ServiceCollection().AddLogging().AddSingleton<IReferenceBook>(References).AddSingleton<ICompanyChats>(Company).AddSingleton<ICompanyDirectory>(Company);
        if (wall is not null) made.AddKeyedSingleton(TeamsSetup.WallClock, wall);
        made.AddTeams(configuration);
        made.PostConfigure<HttpClientFactoryOptions>(ConnectorWire.HttpName, client => client.HttpMessageHandlerBuilderActions.Add(TrustTown));
        services = made.BuildServiceProvider();
    }

    public References References { get; } = new();

    public Company Company { get; } = new();

    public IChatPlatform Platform => services.GetRequiredService<IChatPlatform>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Opens the conversation with one person, which has to work.</summary>
    public async Task<string> OpenAsync(string person) => Assert.IsType<Delivered>(await Platform.OpenConversationAsync(Home, [person], default)).Id;

    public Task<DeliveryResult> PostAsync(string conversation) => Platform.PostAsync(Home, conversation, Hello, default);

    /// <summary>The town's certificate is its own.</summary>
    private static void TrustTown(HttpMessageHandlerBuilder builder) =>
        ((SocketsHttpHandler)builder.PrimaryHandler).SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=town";

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>An outcome in a few words, for tables.</summary>
    public static string Said(DeliveryResult result) => result switch
    {
        Delivered => "Delivered",
        RetryAfter asked => $"RetryAfter {Math.Ceiling(asked.Wait.TotalSeconds):0}",
        Unavailable away => $"Unavailable {away.Reason}",
        Uncertain lost => $"Uncertain {lost.Reason}",
        Gone gone => $"Gone {gone.Scope} {gone.Reason}",
        _ => result.GetType().Name,
    };
}

/// <summary>Conversation references in memory.</summary>
internal sealed class References : IReferenceBook
{
    private readonly List<ChatReference> kept = [];

    public IReadOnlyList<ChatReference> Kept => kept;

    public Task<bool> KeepAsync(InstallationKey installation, ChatReference seen, CancellationToken cancel)
    {
        kept.RemoveAll(known => known.Conversation == seen.Conversation);
        kept.Add(seen);
        return Task.FromResult(true);
    }

    public Task<ChatReference?> OfPersonAsync(InstallationKey installation, string person, CancellationToken cancel) => Task.FromResult(kept.Find(known => known.Person == person));

    public Task<string?> ServiceAddressAsync(InstallationKey installation, string? conversation, CancellationToken cancel) =>
        Task.FromResult((kept.Find(known => known.Conversation == conversation) ?? kept.LastOrDefault())?.ServiceAddress);

    public Task ForgetAsync(InstallationKey installation, string conversation, CancellationToken cancel) => Task.FromResult(kept.RemoveAll(known => known.Conversation == conversation));
}

/// <summary>What a company's directory does where it has consented; off until a test sets an answer.</summary>
internal sealed class Company : ICompanyChats, ICompanyDirectory
{
    public DeliveryResult? OnCreate { get; set; }

    public DeliveryResult? OnAdd { get; set; }

    public int Created { get; private set; }

    public int Added { get; private set; }

    public bool IsOn => OnCreate is not null || OnAdd is not null;

    public Task<DeliveryResult> CreateAsync(InstallationKey installation, IReadOnlyList<string> people, string topic, CancellationToken cancel)
    {
        Created++;
        return Task.FromResult(OnCreate!);
    }

    public Task<DeliveryResult> AddForAsync(InstallationKey installation, string person, CancellationToken cancel)
    {
        Added++;
        return Task.FromResult(OnAdd!);
    }

    public Task<DirectoryResult<DirectoryPage>> ListPeopleAsync(InstallationKey installation, string? cursor, CancellationToken cancel) =>
        Task.FromResult(new DirectoryResult<DirectoryPage>(new DirectoryPage([new DirectoryPerson("ann", "Ann", null, null, null, false, false, DirectoryStanding.Member)], null), null));
}
