using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;

namespace PairingBot.Slack.Api;

/// <summary>
/// Answers a press at its response_url: five times within half an hour, without a token. Slack's answer is the bare text "ok". Only
/// addresses of Slack (or of the stand-in that <see cref="SlackOptions.ApiBaseUrl"/> names) are ever posted to, whatever a request or a stored row says.
/// </summary>
internal sealed class ReplyAddress(
    IHttpClientFactory http,
    IOptions<SlackOptions> options,
    [FromKeyedServices(SlackTime.Real)] TimeProvider time,
    ILogger<ReplyAddress> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly string[] SlackHosts = ["slack.com", "slack-gov.com"];

    public async Task<DeliveryResult> PostAsync(string address, InstantMessage message, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var target) || !IsTrusted(target, options.Value.ApiBase()))
        {
            log.ReplyAddressRefused();
            return new Gone(GoneScope.Message, "reply-address-refused");
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await SendAsync(target, message, linked.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Unavailable("time-out");
        }
        catch (HttpRequestException failure)
        {
            return new Unavailable(NetworkWords.For(failure));
        }
    }

    public static bool IsTrusted(Uri target, Uri api)
    {
        if (target.UserInfo.Length > 0) return false;
        if (api.IsLoopback && target.IsLoopback) return target.Port == api.Port && target.Scheme == api.Scheme;
        return target.Scheme == "https" && target.IsDefaultPort && (SlackHosts.Any(host => IsWithin(target.Host, host)) || IsWithin(target.Host, api.Host));
    }

    private async Task<DeliveryResult> SendAsync(Uri target, InstantMessage message, CancellationToken cancel)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(message, SlackJson.Default.InstantMessage));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var client = http.CreateClient(SlackWire.HttpName);
        using var response = await client.PostAsync(target, content, cancel);
        var body = await response.Content.ReadAsStringAsync(cancel);
        var result = Understand(response, body);
        if (result is not Delivered) log.ReplyNotTaken(result);
        return result;
    }

    private DeliveryResult Understand(HttpResponseMessage response, string body) => (int)response.StatusCode switch
    {
        (int)HttpStatusCode.TooManyRequests => new RetryAfter(RestTime.Of(response, time.GetUtcNow())),
        200 => ErrorIn(body) is { } error ? new SlackFault(SlackErrors.ClassOf(error), error, RestTime.Of(response, time.GetUtcNow())).Delivery() : new Delivered("ok"),
        >= 400 and < 500 => new Gone(GoneScope.Message, ErrorIn(body) ?? $"http-{(int)response.StatusCode}"), // spent or too old
        _ => new Unavailable($"http-{(int)response.StatusCode}"),
    };

    private static string? ErrorIn(string body)
    {
        if (!body.StartsWith('{')) return null;
        try
        {
            return JsonSerializer.Deserialize(body, SlackJson.Default.ApiAnswer) is { Ok: false } answer ? answer.Error ?? "no-error-named" : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsWithin(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
}
