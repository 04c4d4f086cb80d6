using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.Slack.Install;

namespace PairingBot.Slack.Endpoints;

/// <summary>The addresses that the manifest gives to Slack: three whose raw body and signature are read before anything else, and the two through which people add the bot.</summary>
internal static class SlackEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/slack/commands", (RequestDelegate)(context => Endpoint<CommandEndpoint>(context).HandleAsync(context)));
        routes.MapPost("/slack/interactions", (RequestDelegate)(context => Endpoint<InteractionEndpoint>(context).HandleAsync(context)));
        routes.MapPost("/slack/events", (RequestDelegate)(context => Endpoint<EventEndpoint>(context).HandleAsync(context)));
        routes.MapGet(SlackOptions.InstallPath, (RequestDelegate)(context => Endpoint<InstallPage>(context).HandleAsync(context)));
        routes.MapGet(SlackOptions.CallbackPath, (RequestDelegate)(context => Endpoint<Callback>(context).HandleAsync(context)));
    }

    private static T Endpoint<T>(HttpContext context)
        where T : class => context.RequestServices.GetRequiredService<T>();
}
