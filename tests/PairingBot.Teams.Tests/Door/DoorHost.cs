using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.Chat.Tests;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Tests.Door;

/// <summary>The Teams side as a host runs it, on a real port, with an inbox in memory behind it and a tiny Microsoft before it.</summary>
internal sealed class DoorHost : IAsyncDisposable
{
    public const string Tenant = "72f0a4e5-1111-4222-8333-0123456789ab";
    private readonly WebApplication host;
    private readonly HttpClient http = new();
    private readonly ConcurrentDictionary<(string, long), string> tokens = new();

    private DoorHost(WebApplication host, KeyHost microsoft, Signer signer, RecordingInbox inbox, RecordingBook book) => (this.host, Microsoft, Signer, Inbox, Book) = (host, microsoft, signer, inbox, book);

    public KeyHost Microsoft { get; }

    public Signer Signer { get; }

    public RecordingInbox Inbox { get; }

    public RecordingBook Book { get; }

    public required MovedTime Time { get; init; }

    /// <summary>Keys beside the one that is right.</summary>
    public Dictionary<string, Signer> OtherKeys { get; } = [];

    public long Now => Time.GetUtcNow().ToUnixTimeSeconds();

    public static async Task<DoorHost> StartAsync(params (string Name, string? Value)[] settings)
    {
        var microsoft = await KeyHost.StartAsync();
        var signer = new Signer("key-1");
        microsoft.Published = [signer.Published(endorsements: ["webchat", "msteams"])];
        var (inbox, book) = (new RecordingInbox(), new RecordingBook());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Teams:AppId"] = Signer.AppId,
            ["Teams:TenantId"] = Tenant,
            ["Teams:ClientSecret"] = "a-secret",
            ["Teams:OpenIdMetadataUrl"] = microsoft.Metadata,
            ["Teams:LoginBaseUrl"] = microsoft.Address,
            ["Teams:AllowedServiceUrlHosts:0"] = new Uri(microsoft.Address).Authority,
            ["Teams:AllowedServiceUrlHosts:1"] = "smba.trafficmanager.net",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)));
        var time = new MovedTime();
        builder.Services.AddKeyedSingleton<TimeProvider>(TeamsSetup.WallClock, time);
        builder.Services.AddSingleton<IChatInbox>(inbox).AddSingleton<IReferenceBook>(book);
        builder.Services.AddTeams(builder.Configuration);
        var app = builder.Build();
        app.MapTeams();
        await app.StartAsync();
        return new DoorHost(app, microsoft, signer, inbox, book) { Time = time };
    }

    public Signer Key(string id, int bits = 2048) => OtherKeys[id] = new Signer(id, bits);

    /// <summary>As if nothing had come in so far.</summary>
    public void Forget()
    {
        Inbox.Forget();
        Book.Forget();
        Microsoft.Posts.Clear();
    }

    /// <summary>An activity as Teams sends it, with a token that is right for it.</summary>
    public Task<Answer> SendAsync(JsonObject activity) => SendAsync(activity.ToJsonString(), Bearer(Token((string?)activity["serviceUrl"] ?? "")));

    /// <summary>Made once for each address and moment.</summary>
    public string Token(string serviceAddress) => tokens.GetOrAdd((serviceAddress, Now), _ => Signer.Token(Signer.Header(), Signer.Claims(serviceAddress, Now)));

    public static string Bearer(string token) => "Bearer " + token;

    public async Task<Answer> SendAsync(string body, params string[] authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Urls.First() + "/api/messages") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        foreach (var value in authorization) request.Headers.TryAddWithoutValidation("Authorization", value);
        using var response = await http.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
        Signer.Dispose();
        foreach (var key in OtherKeys.Values) key.Dispose();
        await Microsoft.DisposeAsync();
    }
}

internal sealed record Answer(int Status, string Body)
{
    public JsonNode Json() => JsonNode.Parse(Body)!;
}
