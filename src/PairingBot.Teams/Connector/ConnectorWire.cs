using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Tokens;

namespace PairingBot.Teams.Connector;

/// <summary>A call. <paramref name="MayRepeat"/>: made twice it does no harm. <paramref name="Path"/> is escaped already.</summary>
internal sealed record ConnectorCall(HttpMethod Method, string ServiceAddress, string Path, JsonObject? Body, bool MayRepeat);

/// <summary>
/// One call: token, send, wait, and say what came of it. It never throws for what a network does, and repeats nothing but a call whose token was refused, once and with another. The token goes to
/// hosts on the list only, whatever an activity or a stored row says.
/// </summary>
internal sealed class ConnectorWire(
    IHttpClientFactory http,
    AppCredential credential,
    IOptions<TeamsOptions> options,
    [FromKeyedServices(TeamsSetup.WallClock)] TimeProvider time,
    ILogger<ConnectorWire> log)
{
    public const string HttpName = "teams-connector";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static ConnectorFault NeverSent => new(ConnectorErrorClass.Transient, "connect");

    public async Task<ConnectorAnswer> CallAsync(ConnectorCall call, CancellationToken cancel)
    {
        if (!ServiceAddresses.IsAllowed(options.Value, call.ServiceAddress))
        {
            log.AddressRefused();
            return new ConnectorFault(ConnectorErrorClass.Ours, "address-refused");
        }

        var (token, none) = await TokenAsync(cancel);
        if (token is null) return none!;
        var answer = await SendAsync(call, token, cancel);
        if (answer.Fault is not { Class: ConnectorErrorClass.Token }) return answer;
        credential.Refused(options.Value.Scope, token);
        log.TokenRefused();
        (token, none) = await TokenAsync(cancel);
        return token is null ? none! : await SendAsync(call, token, cancel);
    }

    /// <summary>Whether there is a token for us; null when there is.</summary>
    public async Task<ConnectorFault?> CheckAsync(CancellationToken cancel) => (await TokenAsync(cancel)).None;

    private async Task<(string? Token, ConnectorFault? None)> TokenAsync(CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return ((await credential.GetTokenAsync(new TokenRequestContext([options.Value.Scope]), linked.Token)).Token, null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, new ConnectorFault(ConnectorErrorClass.Transient, "login-time-out"));
        }
        catch (AuthenticationFailedException refused)
        {
            cancel.ThrowIfCancellationRequested();
            var fault = LoginErrors.Of(refused);
            log.NoToken(fault.Error);
            return (null, fault);
        }
    }

    private async Task<ConnectorAnswer> SendAsync(ConnectorCall call, string token, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(call.Method, new Uri(call.ServiceAddress.TrimEnd('/') + "/" + call.Path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (call.Body is not null) request.Content = new StringContent(call.Body.ToJsonString(), Encoding.UTF8, "application/json");
        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            using var client = http.CreateClient(HttpName);
            using var response = await client.SendAsync(request, linked.Token);
            return Understand(call, response, await response.Content.ReadAsStringAsync(linked.Token));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return patience.IsCancellationRequested ? Lost(call, "time-out") : NeverSent; // giving up on a connection also ends like this
        }
        catch (HttpRequestException failure)
        {
            cancel.ThrowIfCancellationRequested(); // a call that is called off may also end as a broken connection
            return IsNeverSent(failure) ? NeverSent : Lost(call, "reset");
        }
    }

    private ConnectorAnswer Understand(ConnectorCall call, HttpResponseMessage response, string body)
    {
        if (response.IsSuccessStatusCode) return new ConnectorAnswer(Parse(body), null);
        var (kind, word) = ConnectorErrors.Of(response.StatusCode, body, call.MayRepeat);
        return new ConnectorFault(kind, word, kind == ConnectorErrorClass.Rate ? Rest(response) : default);
    }

    /// <summary>Zero where the connector does not say.</summary>
    private TimeSpan Rest(HttpResponseMessage response)
    {
        var said = response.Headers.RetryAfter;
        var wait = said?.Delta ?? said?.Date - time.GetUtcNow() ?? TimeSpan.Zero;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private static ConnectorFault Lost(ConnectorCall call, string word) => new(call.MayRepeat ? ConnectorErrorClass.Transient : ConnectorErrorClass.Uncertain, word);

    private static bool IsNeverSent(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    /// <summary>Half an answer, a page of a proxy, nothing at all: told apart by nobody.</summary>
    private static JsonElement Parse(string body) => Lenient.Object(body) ?? default;
}
