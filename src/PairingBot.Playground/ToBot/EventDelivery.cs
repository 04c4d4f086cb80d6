using System.Globalization;
using System.Text.Json.Nodes;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot;

/// <summary>
/// Delivers events in the background and retries as Slack does: at once, after a minute, after five. The same event id
/// every time. What has not arrived when the playground stops is lost.
/// </summary>
internal sealed partial class EventDelivery(
    BotGateway bot, PlaygroundOptions options, PlaygroundClock clock, IHostApplicationLifetime life, ILogger<EventDelivery> log)
{
    private readonly List<TimeSpan> pauses = [.. options.EventRetrySeconds
        .Split(',', StringSplitOptions.RemoveEmptyEntries)
        .Select(seconds => TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)))];

    public void Start(JsonObject envelope, string id) => _ = Task.Run(() => Deliver(envelope, id));

    private async Task Deliver(JsonObject envelope, string id)
    {
        try
        {
            var answer = await bot.SendEvent(envelope, retry: 0, reason: null);
            for (var retry = 1; retry <= pauses.Count && answer.Outcome != Outcome.Answered && !answer.RefusesRetry; retry++)
            {
                LogNotTaken(log, id, answer.RetryReason, retry);
                await Task.Delay(pauses[retry - 1], clock.Real, life.ApplicationStopping);
                answer = await bot.SendEvent(envelope, retry, answer.RetryReason);
            }
            if (answer.Outcome != Outcome.Answered) LogGivenUp(log, id, answer.RetryReason);
        }
        catch (OperationCanceledException)
        {
            LogGivenUp(log, id, "the playground stops");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {EventId} was not taken ({Reason}); retry {Retry} follows")]
    private static partial void LogNotTaken(ILogger log, string eventId, string reason, int retry);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Event {EventId} was given up: {Reason}")]
    private static partial void LogGivenUp(ILogger log, string eventId, string reason);
}
