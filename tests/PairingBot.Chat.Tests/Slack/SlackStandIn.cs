using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using PairingBot.Chat.Tests.Slack.Sockets;

namespace PairingBot.Chat.Tests.Slack;

/// <summary>Slack's side over HTTP: takes every method and every response_url, keeps what came in, and answers well unless told otherwise.</summary>
internal sealed class SlackStandIn : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new();

    private SlackStandIn(WebApplication server) => this.server = server;

    public ConcurrentQueue<SlackCall> Calls { get; } = new();

    public SlackDoor Door { get; } = new();

    public string Address => server.Urls.First();

    public SlackCall Only => Assert.Single(Calls);

    public static async Task<SlackStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new SlackStandIn(builder.Build());
        standIn.server.MapPost("/api/{name}", (RequestDelegate)standIn.AnswerAsync);
        standIn.server.MapPost("/hooks/{name}", (RequestDelegate)standIn.AnswerAsync);
        standIn.server.UseWebSockets();
        standIn.server.Map("/socket/{ticket}", (HttpContext context, string ticket) => standIn.Door.AnswerAsync(context, ticket));
        await standIn.server.StartAsync();
        standIn.Answer("apps.connections.open", context => context.Response.WriteAsync($$"""{"ok":true,"url":"{{standIn.Door.Address(standIn.Address)}}"}"""));
        return standIn;
    }

    /// <summary>How a method (or a response_url by its last part) is answered from now on.</summary>
    public void Answer(string name, RequestDelegate answer) => answers[name] = answer;

    public void Answer(string name, string body, int status = 200, string? retryAfter = null) => Answer(name, context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(body);
    });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var name = (string)context.GetRouteValue("name")!;
        using var reader = new StreamReader(context.Request.Body);
        var call = new SlackCall(name, context.Request.Headers.Authorization, context.Request.ContentType, await reader.ReadToEndAsync());
        Calls.Enqueue(call);
        context.Items[nameof(SlackCall)] = call;
        Recording.Keep(context.Request.Path.StartsWithSegments("/hooks", StringComparison.Ordinal) ? "response-url" : name, context.Request.ContentType, call.Body);
        if (answers.TryGetValue(name, out var answer)) await answer(context);
        else await context.Response.WriteAsync(context.Request.Path.StartsWithSegments("/hooks", StringComparison.Ordinal) ? "ok" : Good);
    }

    private const string Good =
        """{"ok":true,"ts":"1790000000.000100","view":{"id":"V1"},"channel_is_new":null,"team":"Acme","team_id":"T1","user_id":"UBOT","new_field":{"a":[1]}}""";
}

internal sealed record SlackCall(string Name, string? Authorization, string? ContentType, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}
