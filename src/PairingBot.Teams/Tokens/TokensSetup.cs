using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PairingBot.Teams.Tokens;

/// <summary>What tells true requests from others.</summary>
internal static class TokensSetup
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<PublishedKeys>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<TokenCheck>();
        services.AddSingleton<ActivityCheck>();
        services.AddHttpClient(PublishedKeys.HttpName)
            .ConfigureHttpClient(http =>
            {
                http.Timeout = PublishedKeys.Patience;
                http.MaxResponseContentBufferSize = PublishedKeys.LargestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5), // Microsoft's addresses change
                ConnectTimeout = PublishedKeys.Patience,
                AllowAutoRedirect = false, // keys come from where the configuration says
                UseCookies = false,
                UseProxy = !new Uri(provider.GetRequiredService<IOptions<TeamsOptions>>().Value.OpenIdMetadataUrl).IsLoopback,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the pool above renews its connections itself
            .RemoveAllLoggers();
    }
}
