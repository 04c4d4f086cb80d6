using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Endpoints;
using PairingBot.Slack.Install;

namespace PairingBot.Slack;

/// <summary>
/// The two things that a host does with this project: <see cref="AddSlack"/> registers the platform (as an <see cref="IChatPlatform"/>) and
/// its options, validated at start; <see cref="MapSlack"/> offers the routes that Slack calls. The host brings an <see cref="IChatInbox"/> and an <see cref="ICredentialStore"/>.
/// </summary>
public static class SlackSetup
{
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SlackOptions>().Bind(configuration.GetSection(SlackOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>();
        services.TryAddKeyedSingleton(SlackTime.Real, TimeProvider.System);
        services.Configure<SlackOptions>(options => options.PublicUrl = configuration["PairingBot:PublicUrl"] ?? "");
        services.AddSingleton<SlackOAuth>();
        services.AddSingleton<SlackTokens>();
        services.AddSingleton<SlackPeople>();
        services.AddSingleton<SlackPace>();
        services.AddSingleton<SlackWire>();
        services.AddSingleton<SlackClient>();
        services.AddSingleton<ReplyAddress>();
        services.AddSingleton<IChatPlatform, SlackPlatform>();
        AddHttp(services);
        return AddEndpoints(services);
    }

    /// <summary>POST /slack/commands, /slack/interactions and /slack/events; where many workspaces are served, GET /slack/install and /slack/oauth/callback.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder routes)
    {
        SlackEndpoints.Map(routes);
        return routes;
    }

    private static void AddHttp(IServiceCollection services) =>
        services.AddHttpClient(SlackWire.HttpName)
            .ConfigureHttpClient(http =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan; // each call has its own time-out
                http.MaxResponseContentBufferSize = 16 * 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5), // Slack's addresses change
                ConnectTimeout = TimeSpan.FromSeconds(5),
                AutomaticDecompression = DecompressionMethods.All,
                AllowAutoRedirect = false, // a token or an answer must not follow a redirect to another host
                UseCookies = false,
                UseProxy = !provider.GetRequiredService<IOptions<SlackOptions>>().Value.ApiBase().IsLoopback,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan) // the pool above renews its connections itself
            .RemoveAllLoggers(); // they would write down response_urls, which are secrets

    private static IServiceCollection AddEndpoints(IServiceCollection services)
    {
        services.AddSingleton<SignedBody>();
        services.AddSingleton<Screen>();
        services.AddSingleton<InstallState>();
        services.AddScoped<InstallPage>();
        services.AddScoped<Callback>();
        services.AddScoped<Asking>();
        services.AddScoped<CommandEndpoint>();
        services.AddScoped<EventEndpoint>();
        services.AddScoped<PressEndpoint>();
        services.AddScoped<FormEndpoint>();
        services.AddScoped<InteractionEndpoint>();
        return services;
    }
}
