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
using PairingBot.Slack.Intake;
using PairingBot.Slack.SocketMode;

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
        AddSocketMode(services);
        return AddIntake(services);
    }

    /// <summary>POST /slack/commands, /slack/interactions and /slack/events; where many workspaces are served, GET /slack/install and /slack/oauth/callback. Without a signing secret to check requests with there are no routes for them.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (options.UsesRoutes) SlackEndpoints.MapRequests(routes);
        if (options.ServesMany) SlackEndpoints.MapInstall(routes);
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

    private static void AddSocketMode(IServiceCollection services)
    {
        services.AddSingleton<EnvelopeLedger>();
        services.AddSingleton<SocketIntake>();
        services.AddSingleton<SocketDoor>();
        services.AddSingleton<IChatListener, SocketListener>();
    }

    private static IServiceCollection AddIntake(IServiceCollection services)
    {
        services.AddSingleton<SignedBody>();
        services.AddSingleton<Screen>();
        services.AddSingleton<Promptness>();
        services.AddSingleton<InstallState>();
        services.AddScoped<InstallPage>();
        services.AddScoped<Callback>();
        services.AddScoped<Asking>();
        services.AddScoped<CommandIntake>();
        services.AddScoped<EventIntake>();
        services.AddScoped<PressIntake>();
        services.AddScoped<FormIntake>();
        services.AddScoped<InteractionIntake>();
        return services;
    }
}
