using Microsoft.Extensions.Logging;

namespace PairingBot.Teams.Reaching;

/// <summary>What reaching people says in the log: ids only.</summary>
internal static partial class ReachingLog
{
    [LoggerMessage(220, LogLevel.Information, "Forbidden at the address that we know ({Error}): tried at another")]
    public static partial void TriedElsewhere(this ILogger log, string error);

    [LoggerMessage(221, LogLevel.Information, "{Person} does not have the bot: {Result} when it was given to them")]
    public static partial void GivenTo(this ILogger log, string person, string result);

    [LoggerMessage(222, LogLevel.Information, "No link to write to {Person}: their address is not known ({Reason})")]
    public static partial void NoAddress(this ILogger log, string person, string reason);

    [LoggerMessage(223, LogLevel.Information, "People are written to apart: {Reason}")]
    public static partial void KeptApart(this ILogger log, string reason);

    [LoggerMessage(224, LogLevel.Warning, "An answer to a press has a handle that is none of ours")]
    public static partial void HandleUnreadable(this ILogger log);

    [LoggerMessage(225, LogLevel.Information, "An answer in a chat of several was refused ({Reason}): sent to the person alone")]
    public static partial void AnsweredAlone(this ILogger log, string reason);
}
