using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Intake;

/// <summary>What is said in the log of what came in and what became of it: ids and Microsoft's own words, never names or texts.</summary>
internal static partial class IntakeLog
{
    [LoggerMessage(20, LogLevel.Error, "{Intent} took too long for {Person} in {Tenant}, and was stopped")]
    public static partial void AnsweredTooLate(this ILogger log, string intent, string tenant, string person);

    [LoggerMessage(21, LogLevel.Error, "{Intent} broke for {Person} in {Tenant}")]
    public static partial void AnswerBroke(this ILogger log, Exception fault, string intent, string tenant, string person);

    [LoggerMessage(22, LogLevel.Warning, "An activity of type {Type} ({Activity}) names nobody who could have done it")]
    public static partial void SenderMissing(this ILogger log, string? type, string? activity);

    [LoggerMessage(23, LogLevel.Debug, "Nothing to do for an activity of type {Type} ({Activity})")]
    public static partial void ActivityIgnored(this ILogger log, string? type, string? activity);

    [LoggerMessage(24, LogLevel.Warning, "Nothing of ours is invoked as {Name} ({Activity})")]
    public static partial void InvokeUnknown(this ILogger log, string? name, string? activity);

    [LoggerMessage(25, LogLevel.Warning, "No button of ours has the action {Action} (tenant {Tenant}): a card of another version, or an action that IntentReader does not know")]
    public static partial void ActionUnknown(this ILogger log, string? action, string tenant);

    [LoggerMessage(26, LogLevel.Warning, "No form of ours has the key {Form} (tenant {Tenant}): a form of another version, or one that IntentReader does not know")]
    public static partial void FormUnknown(this ILogger log, string? form, string tenant);

    [LoggerMessage(27, LogLevel.Information, "Event {EventId} is known already: delivered again")]
    public static partial void EventKnown(this ILogger log, string eventId);

    [LoggerMessage(28, LogLevel.Error, "Event {EventId} could not be stored; Teams may deliver it again")]
    public static partial void EventNotStored(this ILogger log, Exception fault, string eventId);

    [LoggerMessage(29, LogLevel.Error, "Where {Conversation} is reached could not be kept")]
    public static partial void ReferenceNotKept(this ILogger log, Exception fault, string? conversation);

    [LoggerMessage(30, LogLevel.Warning, "{Conversation} belongs to the tenant {Tenant}, which this bot does not serve")]
    public static partial void TenantUnknown(this ILogger log, string conversation, string tenant);

    [LoggerMessage(31, LogLevel.Debug, "An activity of type {Type} ({Activity}) says of no conversation where it is reached")]
    public static partial void ReferenceMissing(this ILogger log, string? type, string? activity);

    [LoggerMessage(32, LogLevel.Warning, "A card was not posted into {Conversation}: {Result}")]
    public static partial void CardNotTaken(this ILogger log, string? conversation, DeliveryResult result);

    [LoggerMessage(33, LogLevel.Warning, "A card was not posted: {Person} in {Tenant} has no conversation with the bot alone")]
    public static partial void NowhereAlone(this ILogger log, string? person, string? tenant);

    [LoggerMessage(34, LogLevel.Warning, "A card that refreshes itself asked for {Action} (tenant {Tenant}), which does more than show something")]
    public static partial void RefreshRefused(this ILogger log, string? action, string tenant);

    [LoggerMessage(35, LogLevel.Warning, "Posting a card into {Conversation} took too long; it may have arrived")]
    public static partial void CardTookTooLong(this ILogger log, string conversation);
}
