using System.Net;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.MicrosoftGraph.Calendars;
using PairingBot.MicrosoftGraph.Chats;
using PairingBot.MicrosoftGraph.Directory;
using PairingBot.MicrosoftGraph.Wire;

namespace PairingBot.MicrosoftGraph;

/// <summary>
/// What a host does with this project: <see cref="AddMicrosoftGraph"/> registers the company's directory, chats and calendars, and the options, validated at start. Without <c>Graph:Enabled</c> they are
/// there and off. The host brings an Azure.Core <see cref="TokenCredential"/>.
/// </summary>
public static class GraphSetup
{
    /// <summary>The key of the clock of the wall, which tokens and patience go by; the product's own clock may be moved.</summary>
    internal const string WallClock = "graph-wall";

    public static IServiceCollection AddMicrosoftGraph(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GraphOptions>().Bind(configuration.GetSection(GraphOptions.Section)).ValidateOnStart();
        services.PostConfigure<GraphOptions>(options => options.ManifestId = options.ManifestId is { Length: > 0 } own ? own : configuration["Teams:AppId"] ?? "");
        services.PostConfigure<GraphOptions>(options => options.IsForMany = IsForMany(configuration["Teams:AppType"], configuration["Teams:TenantId"] ?? ""));
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphOptionsValidator>();
        services.TryAddKeyedSingleton(WallClock, TimeProvider.System);
        services.AddSingleton(provider => new GraphTokens(provider.GetService<TokenCredential>(), provider.GetRequiredService<IOptions<GraphOptions>>()));
        services.AddSingleton<GraphPace>();
        services.AddSingleton<GraphWire>();
        services.AddSingleton<GraphClient>();
        services.AddSingleton<AppCatalog>();
        services.AddSingleton<Mailboxes>();
        services.AddSingleton<ICompanyDirectory, GraphDirectory>();
        services.AddSingleton<ICompanyChats, GraphChats>();
        services.AddSingleton<ICalendars, GraphCalendars>();
        AddHttp(services);
        return services;
    }

    /// <summary>The one fact of section Teams that Graph has to know.</summary>
    private static bool IsForMany(string? appType, string tenants) =>
        string.Equals(appType, "MultiTenant", StringComparison.OrdinalIgnoreCase) && tenants.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length != 1;

    private static void AddHttp(IServiceCollection services) =>
        services.AddHttpClient(GraphWire.HttpName)
            .ConfigureHttpClient(http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan; // each call has its own time-out
                http.MaxResponseContentBufferSize = 16 * 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5), // addresses change
                ConnectTimeout = TimeSpan.FromSeconds(5),
                AutomaticDecompression = DecompressionMethods.All,
                AllowAutoRedirect = false, // a token must not follow a redirect to another host
                UseCookies = false,
                UseProxy = !new Uri(provider.GetRequiredService<IOptions<GraphOptions>>().Value.BaseUrl).IsLoopback,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the pool above renews its connections itself
            .RemoveAllLoggers(); // they would write down addresses with people's ids in them
}
