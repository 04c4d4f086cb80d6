using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Slack;

namespace PairingBot.Chat.Tests.Slack;

/// <summary>The Slack side as a host runs it, on a real port, with an inbox in memory behind it and a stand-in for Slack before it.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Token = "xoxb-test";
    private readonly WebApplication host;
    private readonly HttpClient http = new();

    private BotHost(WebApplication host, SlackStandIn slack, RecordingInbox inbox) => (this.host, Slack, Inbox) = (host, slack, inbox);

    public SlackStandIn Slack { get; }

    public RecordingInbox Inbox { get; }

    public IChatPlatform Platform => host.Services.GetRequiredService<IChatPlatform>();

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<BotHost> StartAsync(TimeProvider? time = null, Action<SlackOptions>? options = null)
    {
        var slack = await SlackStandIn.StartAsync();
        var inbox = new RecordingInbox();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Slack:SigningSecret"] = Secret,
            ["Slack:BotToken"] = Token,
            ["Slack:ApiBaseUrl"] = slack.Address + "/api",
        });
        if (options is not null) builder.Services.PostConfigure(options);
        if (time is not null) builder.Services.AddKeyedSingleton(SlackTime.Real, time);
        builder.Services.AddSingleton<IChatInbox>(inbox).AddSingleton<ICredentialStore, NoCredentials>();
        builder.Services.AddSlack(builder.Configuration);
        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        return new BotHost(app, slack, inbox);
    }

    /// <summary>Sends a request as Slack signs it.</summary>
    public Task<Received> SendAsync(string path, string body, string type = "application/x-www-form-urlencoded") =>
        SendAsync(path, body, SignatureNow(body), type);

    public Task<Received> SendAsync(string path, string body, IEnumerable<(string Name, string Value)> headers, string type = "application/x-www-form-urlencoded") =>
        SendAsync(path, Encoding.UTF8.GetBytes(body), headers, type);

    public async Task<Received> SendAsync(string path, byte[] body, IEnumerable<(string Name, string Value)> headers, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Urls.First() + path);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        var received = new Received((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
        Recording.KeepAnswer(path, received);
        return received;
    }

    public Task<Received> CommandAsync(string text, string more = "") =>
        SendAsync("/slack/commands", $"token=old&team_id=T1&team_domain=acme&user_id=U1&user_name=ann&command=%2Fcoffee&trigger_id=1.2.abc&response_url={Uri.EscapeDataString(Slack.Address + "/hooks/command")}&text={Uri.EscapeDataString(text)}{more}");

    public Task<Received> InteractAsync(string payload) => SendAsync("/slack/interactions", "payload=" + Uri.EscapeDataString(payload));

    public Task<Received> EventAsync(string body) => SendAsync("/slack/events", body, "application/json");

    public async Task<int> GetAsync(string path)
    {
        using var response = await http.GetAsync(host.Urls.First() + path);
        return (int)response.StatusCode;
    }

    public static (string, string)[] SignatureNow(string body, long shift = 0, string secret = Secret) => SignatureNow(Encoding.UTF8.GetBytes(body), shift, secret);

    public static (string, string)[] SignatureNow(byte[] body, long shift = 0, string secret = Secret)
    {
        var timestamp = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + shift).ToString(CultureInfo.InvariantCulture);
        return [(SlackSignature.TimestampHeader, timestamp), (SlackSignature.SignatureHeader, SlackSignature.Sign(secret, timestamp, body))];
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
        await Slack.DisposeAsync();
    }
}

internal sealed record Received(int Status, string? ContentType, string Body);
