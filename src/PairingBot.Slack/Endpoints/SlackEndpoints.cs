using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PairingBot.Slack.Endpoints;

/// <summary>The three addresses that the manifest gives to Slack. Each reads the raw body and its signature before anything else.</summary>
internal static class SlackEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/slack/commands", (RequestDelegate)(context => Endpoint<CommandEndpoint>(context).HandleAsync(context)));
        routes.MapPost("/slack/interactions", (RequestDelegate)(context => Endpoint<InteractionEndpoint>(context).HandleAsync(context)));
        routes.MapPost("/slack/events", (RequestDelegate)(context => Endpoint<EventEndpoint>(context).HandleAsync(context)));
    }

    private static T Endpoint<T>(HttpContext context)
        where T : class => context.RequestServices.GetRequiredService<T>();
}
