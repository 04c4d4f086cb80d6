using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PairingBot.Playground.ToBot.Sockets;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot;

/// <summary>Carries signed requests to the bot, or envelopes when it is connected in Socket Mode, and waits for as long as Slack would.</summary>
internal sealed class BotGateway(HttpClient http, SocketHub sockets, PlaygroundOptions options, PlaygroundClock clock)
{
    public Task<BotAnswer> SendCommand(IReadOnlyCollection<KeyValuePair<string, string>> fields) => sockets.IsUsed
        ? sockets.Deliver("slash_commands", new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))))
        : SendForm("/slack/commands", fields);

    public Task<BotAnswer> SendInteraction(JsonObject payload) => sockets.IsUsed
        ? sockets.Deliver("interactive", payload)
        : SendForm("/slack/interactions", [new("payload", payload.ToJsonString())]);

    public Task<BotAnswer> SendEvent(JsonObject envelope, int retry, string? reason)
    {
        if (sockets.IsUsed) return sockets.Deliver("events_api", envelope, retry, reason);
        var request = Signed("/slack/events", envelope.ToJsonString(), "application/json");
        if (retry > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", retry.ToString(System.Globalization.CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", reason);
        }
        return Send(request);
    }

    private async Task<BotAnswer> SendForm(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await Send(Signed(path, await form.ReadAsStringAsync(), "application/x-www-form-urlencoded"));
    }

    private HttpRequestMessage Signed(string path, string body, string mediaType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.BotUrl.TrimEnd('/') + path)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        request.Headers.UserAgent.ParseAdd("Slackbot 1.0 (+https://api.slack.com/robots)");
        // The bot checks a signature against its real clock, whatever its own calendar shows.
        SlackSigner.Sign(request, body, options.SigningSecret, clock.Real.GetUtcNow());
        return request;
    }

    private async Task<BotAnswer> Send(HttpRequestMessage request)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.AnswerSeconds));
        try
        {
            using var answer = await http.SendAsync(request, patience.Token);
            var body = await answer.Content.ReadAsStringAsync(patience.Token);
            var isJson = answer.Content.Headers.ContentType?.MediaType == "application/json";
            var refusesRetry = answer.Headers.TryGetValues("X-Slack-No-Retry", out var values) && values.Contains("1");
            return new BotAnswer(answer.IsSuccessStatusCode ? Outcome.Answered : Outcome.Failed, body, isJson, refusesRetry);
        }
        catch (OperationCanceledException)
        {
            return BotAnswer.TooLate;
        }
        catch (HttpRequestException)
        {
            return BotAnswer.Unreachable;
        }
        finally
        {
            request.Dispose();
        }
    }
}
