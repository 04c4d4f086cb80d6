using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PairingBot.Playground.ToBot;

/// <summary>Signs a body as Slack does: v0, HMAC-SHA256 over version, time and the raw body.</summary>
internal static class SlackSigner
{
    public static void Sign(HttpRequestMessage request, string body, string secret, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", Signature(secret, timestamp, body));
    }

    public static string Signature(string secret, string timestamp, string body)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}"));
        return "v0=" + Convert.ToHexStringLower(hash);
    }
}
