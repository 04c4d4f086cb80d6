using System.Text.Json;
using System.Text.Json.Nodes;

namespace PairingBot.Playground.ToBot;

internal enum Outcome { Answered, TooLate, Failed }

/// <summary>What came back from the bot within Slack's three seconds.</summary>
internal sealed record BotAnswer(Outcome Outcome, string Body, bool IsJson, bool RefusesRetry)
{
    public static readonly BotAnswer TooLate = new(Outcome.TooLate, "", IsJson: false, RefusesRetry: false);
    public static readonly BotAnswer Unreachable = new(Outcome.Failed, "", IsJson: false, RefusesRetry: false);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Body);

    /// <summary>Slack's own word for what went wrong.</summary>
    public string ErrorWord => Outcome == Outcome.TooLate ? "operation_timeout" : "dispatch_failed";

    /// <summary>The reason that a retried event carries.</summary>
    public string RetryReason => this == Unreachable ? "connection_failed" : Outcome == Outcome.TooLate ? "http_timeout" : "http_error";

    public JsonObject? Json()
    {
        if (!IsJson) return null;
        try
        {
            return JsonNode.Parse(Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
