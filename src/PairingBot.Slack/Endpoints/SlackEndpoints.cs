using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.Slack.Install;
using PairingBot.Slack.Intake;

namespace PairingBot.Slack.Endpoints;

/// <summary>The addresses that the manifest gives to Slack: three whose raw body and signature are read before anything else, and the two through which people add the bot.</summary>
internal static class SlackEndpoints
{
    public static void MapRequests(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/slack/commands", (RequestDelegate)CommandAsync);
        routes.MapPost("/slack/interactions", (RequestDelegate)InteractionAsync);
        routes.MapPost("/slack/events", (RequestDelegate)EventAsync);
    }

    public static void MapInstall(IEndpointRouteBuilder routes)
    {
        routes.MapGet(SlackOptions.InstallPath, (RequestDelegate)(context => Get<InstallPage>(context).HandleAsync(context)));
        routes.MapGet(SlackOptions.CallbackPath, (RequestDelegate)(context => Get<Callback>(context).HandleAsync(context)));
    }

    private static async Task CommandAsync(HttpContext context)
    {
        if (await Get<SignedBody>(context).ReadAsync(context) is not { } body) return;
        await WriteAsync(context.Response, await Get<CommandIntake>(context).TakeAsync(SlackForm.Read(body), context.RequestAborted));
    }

    private static async Task InteractionAsync(HttpContext context)
    {
        if (await Get<SignedBody>(context).ReadAsync(context) is not { } body) return;
        var form = SlackForm.Read(body);
        if (form?["ssl_check"] is not null) return;
        await WriteAsync(context.Response, await Get<InteractionIntake>(context).TakeAsync(form?["payload"], context.RequestAborted));
    }

    private static async Task EventAsync(HttpContext context)
    {
        if (await Get<SignedBody>(context).ReadAsync(context) is not { } body) return;
        await WriteAsync(context.Response, await Get<EventIntake>(context).TakeAsync(body, context.RequestAborted));
    }

    private static Task WriteAsync(HttpResponse response, Receipt receipt)
    {
        switch (receipt)
        {
            case { Verdict: Verdict.Unreadable }:
                response.StatusCode = StatusCodes.Status400BadRequest;
                response.Headers["X-Slack-No-Retry"] = "1"; // it would be no more readable the next time
                return Task.CompletedTask;
            case { Verdict: Verdict.NotStored }:
                response.StatusCode = StatusCodes.Status500InternalServerError;
                return Task.CompletedTask;
            case { Challenge: { } challenge }:
                response.ContentType = "text/plain; charset=utf-8";
                return response.WriteAsync(challenge, response.HttpContext.RequestAborted);
            case { Json: { } json }:
                response.ContentType = "application/json; charset=utf-8";
                return response.WriteAsync(JsonSerializer.Serialize(json, Api.SlackJson.Default.JsonElement), response.HttpContext.RequestAborted);
            default:
                return Task.CompletedTask;
        }
    }

    private static T Get<T>(HttpContext context)
        where T : class => context.RequestServices.GetRequiredService<T>();
}
