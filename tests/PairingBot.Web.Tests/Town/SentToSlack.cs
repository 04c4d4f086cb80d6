using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PairingBot.Web.Tests.Town;

/// <summary>Everything that the bot said to the stand-in, each shape once, under artifacts/outgoing: tests/typecheck holds it against Slack's own types.</summary>
internal static partial class SentToSlack
{
    public static async Task KeepAsync(HttpClient slack)
    {
        using var calls = JsonDocument.Parse(await slack.GetStringAsync("playground/calls"));
        foreach (var call in calls.RootElement.EnumerateArray()) await KeepAsync(call.GetProperty("method").GetString()!, call.GetProperty("body").GetRawText());
    }

    private static async Task KeepAsync(string method, string body)
    {
        if (method is not ("conversations.open" or "chat.postMessage" or "chat.update" or "views.open" or "views.push" or "views.update" or "views.publish")) return; // the others are forms
        var shape = Ids().Replace(body, "0");
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "outgoing", method)).FullName;
        var file = Path.Combine(folder, "web-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shape)))[..16] + ".json");
        if (File.Exists(file)) return;
        var whole = file + "." + Guid.NewGuid().ToString("N");
        await File.WriteAllTextAsync(whole, JsonSerializer.Serialize(new { contentType = "application/json", body }));
        File.Move(whole, file, overwrite: true);
    }

    [GeneratedRegex("[0-9a-f]{32}|[0-9]+|[UDGCV][A-Z0-9]{6,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Ids();
}
