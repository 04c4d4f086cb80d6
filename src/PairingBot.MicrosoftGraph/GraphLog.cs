using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;

namespace PairingBot.MicrosoftGraph;

/// <summary>What this project says in the log: ids and Graph's own words, never names, addresses, texts or tokens.</summary>
internal static partial class GraphLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Call} was not made: Graph asked for rest, {Wait} more")]
    public static partial void CallRests(this ILogger log, string call, TimeSpan wait);

    [LoggerMessage(2, LogLevel.Warning, "{Call} came to nothing: {Result}")]
    public static partial void CallFailed(this ILogger log, string call, DeliveryResult result);

    [LoggerMessage(3, LogLevel.Error, "{Call} was refused ({Code}): an administrator of the company has to consent to {Permission}")]
    public static partial void PermissionMissing(this ILogger log, string call, string code, string permission);

    [LoggerMessage(4, LogLevel.Error, "There is no token for Graph: {Error}")]
    public static partial void TokenMissing(this ILogger log, string error);

    [LoggerMessage(5, LogLevel.Error, "A page of the directory names a next page elsewhere than Graph:BaseUrl; it is not followed")]
    public static partial void NextPageElsewhere(this ILogger log);

    [LoggerMessage(6, LogLevel.Warning, "Somebody in the directory has no id, and is left out")]
    public static partial void PersonWithoutId(this ILogger log);

    [LoggerMessage(7, LogLevel.Error, "The app of manifest {Manifest} is not in the company's catalog: it has to be uploaded there, or approved")]
    public static partial void AppNotInCatalog(this ILogger log, string manifest);

    [LoggerMessage(8, LogLevel.Warning, "Chat {Chat} was made, but the bot could not come into it: {Result}")]
    public static partial void ChatWithoutBot(this ILogger log, string chat, DeliveryResult result);

    [LoggerMessage(9, LogLevel.Information, "A calendar could not be read ({Code}); its owner is taken to be free within working hours")]
    public static partial void CalendarMissing(this ILogger log, string code);

    [LoggerMessage(10, LogLevel.Information, "Person {Person} has the bot already")]
    public static partial void PersonHasBot(this ILogger log, string person);
}
