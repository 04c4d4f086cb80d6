using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.Slack.Intake;

namespace PairingBot.Slack.Endpoints;

/// <summary>The three addresses that the manifest gives to Slack. Each reads the raw body and its signature before anything else.</summary>
internal static class SlackEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/slack/commands", (RequestDelegate)(context =>
            AnswerAsync(context, body => Get<CommandIntake>(context).TakeAsync(SlackForm.Read(body), context.RequestAborted))));
        routes.MapPost("/slack/interactions", (RequestDelegate)(context => AnswerAsync(context, body => InteractAsync(context, SlackForm.Read(body)))));
        routes.MapPost("/slack/events", (RequestDelegate)(context =>
            AnswerAsync(context, body => Get<EventIntake>(context).TakeAsync(body, context.RequestAborted))));
    }

    private static async Task AnswerAsync(HttpContext context, Func<byte[], Task<Receipt>> take)
    {
        if (await Get<SignedBody>(context).ReadAsync(context) is { } body) await WriteAsync(context.Response, await take(body));
    }

    private static Task<Receipt> InteractAsync(HttpContext context, SlackForm? form) =>
        form?["ssl_check"] is null ? Get<InteractionIntake>(context).TakeAsync(form?["payload"], context.RequestAborted) : Task.FromResult(Receipt.Taken);

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
