using System.Net.WebSockets;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Install;

namespace PairingBot.Slack;

/// <summary>What the Slack side says in the log: ids and Slack's own words, never names, texts or tokens.</summary>
internal static partial class SlackLog
{
    [LoggerMessage(1, LogLevel.Warning, "Refused a request to {Path}: signature {Verdict}")]
    public static partial void SignatureRefused(this ILogger log, string? path, SignatureVerdict verdict);

    [LoggerMessage(2, LogLevel.Warning, "Refused a request to {Path}: too large")]
    public static partial void BodyTooLarge(this ILogger log, string? path);

    [LoggerMessage(3, LogLevel.Warning, "A signed request could not be read")]
    public static partial void PayloadUnreadable(this ILogger log);

    [LoggerMessage(4, LogLevel.Warning, "A {Kind} names no person or no workspace")]
    public static partial void SenderMissing(this ILogger log, string kind);

    [LoggerMessage(5, LogLevel.Information, "Nothing to do for an interaction of type {Type} ({Id})")]
    public static partial void InteractionIgnored(this ILogger log, string? type, string? id);

    [LoggerMessage(6, LogLevel.Warning, "No button of ours has the action {Action} (workspace {Workspace}): a message of another version, or an action that IntentReader does not know")]
    public static partial void ActionUnknown(this ILogger log, string action, string workspace);

    [LoggerMessage(7, LogLevel.Warning, "No form of ours has the key {Form} (workspace {Workspace}): a form of another version, or one that IntentReader does not know")]
    public static partial void FormUnknown(this ILogger log, string form, string workspace);

    [LoggerMessage(8, LogLevel.Error, "{Intent} took too long for {Person} in {Workspace}, and was stopped")]
    public static partial void AnsweredTooLate(this ILogger log, string intent, string workspace, string person);

    [LoggerMessage(9, LogLevel.Error, "{Intent} broke for {Person} in {Workspace}")]
    public static partial void AnswerBroke(this ILogger log, Exception fault, string intent, string workspace, string person);

    [LoggerMessage(10, LogLevel.Warning, "Nothing can be shown for {Intent} to {Person} in {Workspace}: the request has no trigger")]
    public static partial void NoTrigger(this ILogger log, string intent, string workspace, string person);

    [LoggerMessage(11, LogLevel.Debug, "Nothing to do for an event of type {Type} ({EventId})")]
    public static partial void EventIgnored(this ILogger log, string? type, string? eventId);

    [LoggerMessage(12, LogLevel.Information, "Event {EventId} is known already: delivered again")]
    public static partial void EventKnown(this ILogger log, string eventId);

    [LoggerMessage(13, LogLevel.Error, "Event {EventId} could not be stored; Slack will deliver it again")]
    public static partial void EventNotStored(this ILogger log, Exception fault, string eventId);

    [LoggerMessage(14, LogLevel.Error, "Slack holds events of {Workspace} back: more than 30,000 in an hour")]
    public static partial void EventsLimited(this ILogger log, string? workspace);

    [LoggerMessage(15, LogLevel.Debug, "{Method} waits {Wait} for its turn")]
    public static partial void CallPaced(this ILogger log, string method, TimeSpan wait);

    [LoggerMessage(16, LogLevel.Warning, "{Method} failed: {Class}, {Error}")]
    public static partial void CallFailed(this ILogger log, string method, SlackErrorClass @class, string error);

    [LoggerMessage(17, LogLevel.Error, "Slack refused {Method}: {Error}. What we sent is wrong, or came too late")]
    public static partial void CallRefused(this ILogger log, string method, string error);

    [LoggerMessage(18, LogLevel.Error, "Slack says where ({Error}): {Pointers}")]
    public static partial void SlackPointsAt(this ILogger log, string error, string pointers);

    [LoggerMessage(19, LogLevel.Error, "The token lacks the scope {Scope}: install the app again with the manifest's scopes")]
    public static partial void ScopeMissing(this ILogger log, string scope);

    [LoggerMessage(20, LogLevel.Warning, "An answer to a press was not delivered: {Result}")]
    public static partial void ReplyNotTaken(this ILogger log, DeliveryResult result);

    [LoggerMessage(21, LogLevel.Error, "An answer to a press was not sent: its address is none of Slack's")]
    public static partial void ReplyAddressRefused(this ILogger log);

    [LoggerMessage(22, LogLevel.Warning, "Slack could wait no longer for what is being shown; it goes on")]
    public static partial void GoesOn(this ILogger log);

    [LoggerMessage(23, LogLevel.Error, "Showing an answer broke")]
    public static partial void ShowingBroke(this ILogger log, Exception fault);

    [LoggerMessage(24, LogLevel.Warning, "{Count} on a page of the directory of {Workspace} could not be read, and were passed over")]
    public static partial void PeopleUnreadable(this ILogger log, string workspace, int count);

    [LoggerMessage(50, LogLevel.Warning, "The token of {Workspace} could not be renewed: {Error}")]
    public static partial void TokenNotRenewed(this ILogger log, string workspace, string error);

    [LoggerMessage(51, LogLevel.Warning, "An installation was refused: {Verdict}")]
    public static partial void InstallRefused(this ILogger log, StateVerdict verdict);

    [LoggerMessage(52, LogLevel.Warning, "An installation ended at Slack: {Error}")]
    public static partial void InstallNotAllowed(this ILogger log, string error);

    [LoggerMessage(53, LogLevel.Error, "The token of {Workspace} could not be kept; somebody has to add the bot again")]
    public static partial void InstallNotKept(this ILogger log, Exception fault, string workspace);

    [LoggerMessage(30, LogLevel.Information, "Connected to Slack in Socket Mode")]
    public static partial void SocketOpen(this ILogger log);

    [LoggerMessage(31, LogLevel.Information, "Slack ends a connection soon ({Reason}): another takes its place")]
    public static partial void SocketRefreshed(this ILogger log, string reason);

    [LoggerMessage(32, LogLevel.Information, "A connection to Slack was closed: {Status}")]
    public static partial void SocketClosed(this ILogger log, WebSocketCloseStatus? status);

    [LoggerMessage(33, LogLevel.Warning, "A connection to Slack was lost: {Reason}")]
    public static partial void SocketLost(this ILogger log, string reason);

    [LoggerMessage(34, LogLevel.Information, "The next connection to Slack is tried in {Pause}")]
    public static partial void SocketPauses(this ILogger log, TimeSpan pause);

    [LoggerMessage(35, LogLevel.Error, "Slack lets nobody in by Slack:AppToken: {Error}. Nothing that people do reaches this bot until that is mended")]
    public static partial void SocketRefused(this ILogger log, string error);

    [LoggerMessage(36, LogLevel.Error, "Socket Mode is switched off for this app at Slack: nothing that people do reaches this bot. Switch it on under Settings, Socket Mode, or set Slack:SigningSecret and give the app its addresses")]
    public static partial void SocketModeOff(this ILogger log);

    [LoggerMessage(37, LogLevel.Error, "Slack allows ten connections for an app, and there are more: lower Slack:SocketConnections, or run fewer hosts")]
    public static partial void SocketsTooMany(this ILogger log);

    [LoggerMessage(42, LogLevel.Error, "Keeping a connection to Slack broke")]
    public static partial void SocketLineBroke(this ILogger log, Exception fault);

    [LoggerMessage(38, LogLevel.Information, "Nothing to do for an envelope of type {Type}")]
    public static partial void EnvelopeIgnored(this ILogger log, string? type);

    [LoggerMessage(39, LogLevel.Information, "Envelope {Envelope} came over a connection that is being closed: Slack delivers it again")]
    public static partial void EnvelopeLeft(this ILogger log, string envelope);

    [LoggerMessage(40, LogLevel.Warning, "Envelope {Envelope} was dealt with, but its connection ended before Slack could hear so")]
    public static partial void AckLost(this ILogger log, string envelope);

    [LoggerMessage(41, LogLevel.Error, "Envelope {Envelope} broke")]
    public static partial void EnvelopeBroke(this ILogger log, Exception fault, string envelope);
}
