using System.Net;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PairingBot.Teams.Reaching;

namespace PairingBot.Teams.Connector;

/// <summary>What calls out, and the one credential that all calls to Microsoft are made with.</summary>
internal static class ConnectorSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<CredentialMaker>().AddSingleton<AppCredential>();
        services.AddSingleton<TokenCredential>(provider => provider.GetRequiredService<AppCredential>());
        services.AddSingleton<ConnectorPace>().AddSingleton<ConnectorWire>().AddSingleton<ConnectorClient>();
        ReachingSetup.Add(services);
        services.AddHttpClient(ConnectorWire.HttpName)
            .ConfigureHttpClient(http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan; // each call has its own time-out
                http.MaxResponseContentBufferSize = 4 * 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5), // Microsoft's addresses change
                ConnectTimeout = TimeSpan.FromSeconds(5),
                AutomaticDecompression = DecompressionMethods.All,
                AllowAutoRedirect = false, // a token must not follow a redirect to another host
                UseCookies = false,
                UseProxy = !new Uri(provider.GetRequiredService<IOptions<TeamsOptions>>().Value.LoginBaseUrl).IsLoopback,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the pool above renews its connections itself
            .RemoveAllLoggers(); // one line for each call is enough, and it is ours
    }
}
