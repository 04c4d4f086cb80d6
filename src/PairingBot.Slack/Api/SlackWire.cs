using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PairingBot.Slack.Api;

/// <summary>One call of one method: pace, send, wait, and say what came of it. It never retries and never throws for what a network does.</summary>
internal sealed class SlackWire(
    IHttpClientFactory http,
    IOptions<SlackOptions> options,
    SlackPace pace,
    [FromKeyedServices(SlackTime.Real)] TimeProvider time,
    ILogger<SlackWire> log)
{
    public const string HttpName = "slack";

    /// <param name="conversation">The conversation that is posted to: Slack counts posts there too.</param>
    public async Task<SlackAnswer<T>> CallAsync<T>(SlackMethod method, string token, HttpContent content, JsonTypeInfo<T> shape, string? conversation, CancellationToken cancel)
        where T : ApiAnswer
    {
        if (pace.Enter(token, method, conversation) is { } wait)
        {
            log.CallPaced(method.Name, wait);
            return new SlackFault(SlackErrorClass.Rate, "paced", wait);
        }

        var answer = await SendAsync(method, new AuthenticationHeaderValue("Bearer", token), content, shape, cancel);
        if (answer.Fault is { Class: SlackErrorClass.Rate } limited) pace.Close(token, method, limited.Wait);
        if (answer.Fault is { } fault) LogFault(method, fault);
        return answer;
    }

    /// <summary>A call that the app makes for itself, in nobody's workspace: no pace of ours, since Slack lets through more than we ever ask.</summary>
    public async Task<SlackAnswer<T>> AskAsync<T>(SlackMethod method, AuthenticationHeaderValue app, HttpContent content, JsonTypeInfo<T> shape, CancellationToken cancel)
        where T : ApiAnswer
    {
        var answer = await SendAsync(method, app, content, shape, cancel);
        if (answer.Fault is { } fault) log.CallFailed(method.Name, fault.Class, fault.Error);
        return answer;
    }

    private async Task<SlackAnswer<T>> SendAsync<T>(SlackMethod method, AuthenticationHeaderValue credentials, HttpContent content, JsonTypeInfo<T> shape, CancellationToken cancel)
        where T : ApiAnswer
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.ApiBase(), method.Name)) { Content = content };
        request.Headers.Authorization = credentials;
        using var patience = new CancellationTokenSource(method.Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            using var client = http.CreateClient(HttpName);
            using var response = await client.SendAsync(request, linked.Token);
            var body = await response.Content.ReadAsByteArrayAsync(linked.Token);
            return Understand(response, body, shape);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SlackFault(SlackErrorClass.Uncertain, "time-out");
        }
        catch (HttpRequestException failure)
        {
            cancel.ThrowIfCancellationRequested(); // a call that is called off may also end as a broken connection
            var word = NetworkWords.For(failure);
            return new SlackFault(word == NetworkWords.NeverSent ? SlackErrorClass.Transient : SlackErrorClass.Uncertain, word);
        }
    }

    private SlackAnswer<T> Understand<T>(HttpResponseMessage response, byte[] body, JsonTypeInfo<T> shape)
        where T : ApiAnswer
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests) return Limited(response, "ratelimited");
        if (response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout) return new SlackFault(SlackErrorClass.Uncertain, $"http-{(int)response.StatusCode}"); // something between us has lost the answer
        if (response.StatusCode != HttpStatusCode.OK) return new SlackFault(SlackErrorClass.Transient, $"http-{(int)response.StatusCode}");
        if (Parse(body, shape) is not { Ok: not null } answer) return new SlackFault(SlackErrorClass.Uncertain, "not-json");
        if (response.Headers.TryGetValues("x-oauth-scopes", out var scopes)) answer.GrantedScopes = string.Join(',', scopes);
        if (answer.Ok == true) return new SlackAnswer<T>(answer, null);

        var error = answer.Error ?? "no-error-named";
        if (answer.ResponseMetadata?.Messages is { Count: > 0 } pointers) log.SlackPointsAt(error, string.Join("; ", pointers));
        if (answer.Needed is not null) log.ScopeMissing(answer.Needed);
        var about = SlackErrors.ClassOf(error);
        return about == SlackErrorClass.Rate ? Limited(response, error) : new SlackFault(about, error);
    }

    private SlackFault Limited(HttpResponseMessage response, string error) => new(SlackErrorClass.Rate, error, RestTime.Of(response, time.GetUtcNow()));

    private static T? Parse<T>(byte[] body, JsonTypeInfo<T> shape)
        where T : ApiAnswer
    {
        try
        {
            return JsonSerializer.Deserialize(body, shape);
        }
        catch (JsonException)
        {
            return null; // a page of a proxy, half an answer, nothing at all: told apart by nobody
        }
    }

    private void LogFault(SlackMethod method, SlackFault fault)
    {
        if (fault.Class == SlackErrorClass.Ours) log.CallRefused(method.Name, fault.Error);
        else log.CallFailed(method.Name, fault.Class, fault.Error);
    }
}
