using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PairingBot.Chat.Tests.Slack;

/// <summary>
/// Everything that the bot sends to Slack in these tests, each different body once, under artifacts/outgoing: tests/typecheck holds it against Slack's own types.
/// </summary>
internal static class Recording
{
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "outgoing");

    /// <param name="kind">A method, "response-url", "answer.command" or "answer.form".</param>
    public static void Keep(string kind, string? contentType, string body)
    {
        if (body.Length == 0) body = contentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) == true ? body : "{}";
        var folder = Directory.CreateDirectory(Path.Combine(Folder, kind)).FullName;
        var file = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..16] + ".json");
        if (File.Exists(file)) return;
        var whole = file + "." + Guid.NewGuid().ToString("N");
        File.WriteAllText(whole, JsonSerializer.Serialize(new { contentType, body }));
        File.Move(whole, file, overwrite: true);
    }

    /// <summary>What goes back to Slack with a request that it sent.</summary>
    public static void KeepAnswer(string path, Received answer)
    {
        if (answer is { Status: 200, ContentType: "application/json" }) Keep(path.EndsWith("commands", StringComparison.Ordinal) ? "answer.command" : "answer.form", answer.ContentType, answer.Body);
    }
}
