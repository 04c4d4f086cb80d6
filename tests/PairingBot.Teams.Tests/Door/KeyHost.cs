using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PairingBot.Teams.Tests.Door;

/// <summary>A tiny server that publishes keys as Microsoft does, counts who asks, and takes what is posted into conversations.</summary>
internal sealed class KeyHost : IAsyncDisposable
{
    private readonly WebApplication server;
    private int fetches;

    private KeyHost(WebApplication server) => this.server = server;

    public ConcurrentQueue<Posted> Posts { get; } = new();

    public int Fetches => fetches;

    /// <summary>What is published, as JSON Web Keys.</summary>
    public IReadOnlyList<JsonObject> Published { get; set; } = [];

    /// <summary>Where the metadata say that the keys are; null for where they are.</summary>
    public string? NamedAddress { get; set; }

    /// <summary>What happens instead of an answer with the keys.</summary>
    public RequestDelegate? Instead { get; set; }

    public string Address => server.Urls.First();

    public string Metadata => Address + "/v1/.well-known/openidconfiguration";

    public string Connector => Address + "/emea/";

    public static async Task<KeyHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = new KeyHost(builder.Build());
        host.server.MapGet("/v1/.well-known/openidconfiguration", (RequestDelegate)(context => context.Response.WriteAsync(
            new JsonObject { ["issuer"] = "https://api.botframework.com", ["jwks_uri"] = host.NamedAddress ?? host.Address + "/v1/.well-known/keys" }.ToJsonString())));
        host.server.MapGet("/v1/.well-known/keys", (RequestDelegate)host.KeysAsync);
        host.server.MapMethods("/emea/v3/{**rest}", ["POST", "PUT"], (RequestDelegate)host.TakeAsync);
        host.server.MapPost("/{tenant}/oauth2/v2.0/token", (RequestDelegate)(context => context.Response.WriteAsync("""{"token_type":"Bearer","expires_in":3599,"access_token":"a-token"}""")));
        await host.server.StartAsync();
        return host;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task KeysAsync(HttpContext context)
    {
        Interlocked.Increment(ref fetches);
        if (Instead is not null) return Instead(context);
        return context.Response.WriteAsync(new JsonObject { ["keys"] = new JsonArray([.. Published.Select(key => key.DeepClone())]) }.ToJsonString());
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Posts.Enqueue(new Posted(context.Request.Method, Uri.UnescapeDataString(context.Request.Path.Value!), JsonNode.Parse(await reader.ReadToEndAsync())!.AsObject()));
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsync("""{"id":"1700000000001"}""");
    }
}

internal sealed record Posted(string Method, string Path, JsonObject Body);
