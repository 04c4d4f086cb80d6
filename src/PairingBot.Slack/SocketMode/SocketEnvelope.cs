using System.Text.Json;
using PairingBot.Slack.Api;

namespace PairingBot.Slack.SocketMode;

/// <summary>
/// A message of Slack's over a socket: "hello" and "disconnect" are about the connection, the others wrap what HTTP would have carried as a body
/// and want to be acknowledged by their id. Types yet to come are acknowledged and ignored.
/// </summary>
internal sealed record SocketEnvelope(string? Type, string? EnvelopeId, JsonElement? Payload, JsonElement? AcceptsResponsePayload, string? Reason)
{
    /// <summary>Whether the acknowledgement may carry what would have been the body of the HTTP response.</summary>
    public bool TakesPayload => AcceptsResponsePayload is not { ValueKind: JsonValueKind.False };
}

/// <summary>The acknowledgement, due within three seconds.</summary>
internal sealed record SocketAck(string EnvelopeId, JsonElement? Payload);

/// <summary>Where a connection can be made, once.</summary>
internal sealed record SocketAnswer(string? Url) : ApiAnswer;
