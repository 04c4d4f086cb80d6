using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PairingBot.Teams.Tests.Connector;

/// <summary>Where the town sends what people do: keeps it, with its token, and answers what a test laid ready.</summary>
internal sealed class ListeningBot : IAsyncDisposable
{
    private readonly WebApplication host;

    private ListeningBot(WebApplication host) => this.host = host;

    public List<(string Token, JsonElement Activity)> Heard { get; } = [];

    public string Answer { get; set; } = "";

    public string Address => host.Urls.First() + "/api/messages";

    public static async Task<ListeningBot> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var bot = new ListeningBot(app);
        app.MapPost("/api/messages", async (HttpRequest request) =>
        {
            var activity = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
            bot.Heard.Add((request.Headers.Authorization.ToString()["Bearer ".Length..], activity));
            return Results.Text(bot.Answer, "application/json");
        });
        await app.StartAsync();
        return bot;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
