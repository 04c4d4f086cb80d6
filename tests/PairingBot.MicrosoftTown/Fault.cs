using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown;

/// <summary>Something that goes wrong on purpose, a number of times.</summary>
/// <param name="On">The kind of call: open, post, update, delete, members, token … or any.</param>
/// <param name="Times">For how many calls more.</param>
/// <param name="Status">Answered in place of the call; null lets the call through (a delay or a cut may still befall it).</param>
/// <param name="Body">As it stands, JSON or not.</param>
/// <param name="RetryAfter">The header, as it stands.</param>
/// <param name="Cut">"before": the connection ends and nothing was done; "after": it was done, and the connection ends without an answer.</param>
/// <param name="DelayMs">Waits so long before anything else.</param>
/// <param name="Within">Only calls whose path, unescaped, holds this.</param>
internal sealed record Fault(string On, int Times = 1, int? Status = null, string? Body = null, string? RetryAfter = null, string? Cut = null, int DelayMs = 0, string? Within = null)
{
    public bool Befalls(string kind, string path) => (On == "any" || On == kind) && (Within is null || Uri.UnescapeDataString(path).Contains(Within, StringComparison.Ordinal));
}

/// <summary>What is answered: a status and a body.</summary>
internal sealed record Answer(int Status, JsonNode? Body = null, string? RetryAfter = null)
{
    public static Answer Refuse(int status, string code, string message) => new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
