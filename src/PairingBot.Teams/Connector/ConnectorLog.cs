using Microsoft.Extensions.Logging;

namespace PairingBot.Teams.Connector;

/// <summary>What calling out says in the log: ids and the connector's own words, never names, texts or tokens.</summary>
internal static partial class ConnectorLog
{
    [LoggerMessage(200, LogLevel.Error, "A call was not made: its address is none of the connector's (Teams:AllowedServiceUrlHosts)")]
    public static partial void AddressRefused(this ILogger log);

    [LoggerMessage(201, LogLevel.Warning, "The connector refused our token; another one is asked for")]
    public static partial void TokenRefused(this ILogger log);

    [LoggerMessage(202, LogLevel.Error, "No token was given: {Error}. Check Teams:AppId, Teams:TenantId and the secret, certificate or identity")]
    public static partial void NoToken(this ILogger log, string error);

    [LoggerMessage(203, LogLevel.Debug, "A {Kind} waits {Wait} for its turn")]
    public static partial void CallPaced(this ILogger log, string kind, TimeSpan wait);

    [LoggerMessage(204, LogLevel.Warning, "A {Kind} failed: {Class}, {Error}")]
    public static partial void CallFailed(this ILogger log, string kind, ConnectorErrorClass @class, string error);

    [LoggerMessage(205, LogLevel.Error, "The connector refused a {Kind}: {Error}. What we sent is wrong, or what it is about is gone")]
    public static partial void CallRefused(this ILogger log, string kind, string error);
}
