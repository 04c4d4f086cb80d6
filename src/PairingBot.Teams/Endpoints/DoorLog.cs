using Microsoft.Extensions.Logging;
using PairingBot.Teams.Tokens;

namespace PairingBot.Teams.Endpoints;

/// <summary>What is said in the log of requests that come in, and of the keys that tell true ones.</summary>
internal static partial class DoorLog
{
    [LoggerMessage(1, LogLevel.Warning, "Refused a request: token {Verdict}")]
    public static partial void TokenRefused(this ILogger log, TokenVerdict verdict);

    [LoggerMessage(2, LogLevel.Warning, "Refused a request with a true token: {Verdict} (activity {Activity})")]
    public static partial void ActivityRefused(this ILogger log, ActivityVerdict verdict, string? activity);

    [LoggerMessage(3, LogLevel.Warning, "Refused a request: too large")]
    public static partial void BodyTooLarge(this ILogger log);

    [LoggerMessage(4, LogLevel.Warning, "A request with a true token could not be read")]
    public static partial void BodyUnreadable(this ILogger log);

    [LoggerMessage(5, LogLevel.Information, "Microsoft publishes {Count} signing keys")]
    public static partial void KeysFetched(this ILogger log, int count);

    [LoggerMessage(6, LogLevel.Warning, "The signing keys could not be fetched; the {Count} that are known go on")]
    public static partial void KeysNotFetched(this ILogger log, Exception failure, int count);
}
