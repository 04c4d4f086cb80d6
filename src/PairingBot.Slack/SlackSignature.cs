using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace PairingBot.Slack;

/// <summary>
/// Slack's request signature, version 0: HMAC-SHA256 over <c>v0:{timestamp}:{raw body}</c>. Anything but a signature that holds is
/// refused: an empty secret, a missing or repeated header, a timestamp more than five minutes away in either direction (an old one may be
/// replayed; one from the future could be kept for later).
/// </summary>
internal static class SlackSignature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";
    private const long ToleranceSeconds = 300;

    public static SignatureVerdict Check(string secret, StringValues timestamp, StringValues signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(secret)) return SignatureVerdict.NoSecret;
        if (timestamp.Count == 0 || signature.Count == 0) return SignatureVerdict.Missing;
        if (timestamp.Count > 1 || signature.Count > 1) return SignatureVerdict.Malformed;
        // The signed text holds the timestamp as it was sent, so only plain digits are taken.
        if (!long.TryParse(timestamp[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sentAt)) return SignatureVerdict.Malformed;
        if (Math.Abs(now.ToUnixTimeSeconds() - sentAt) > ToleranceSeconds) return SignatureVerdict.OutOfTime;

        var expected = Encoding.ASCII.GetBytes(Sign(secret, timestamp[0]!, body));
        var given = Encoding.UTF8.GetBytes(signature[0]!);
        return CryptographicOperations.FixedTimeEquals(expected, given) ? SignatureVerdict.Holds : SignatureVerdict.Wrong;
    }

    /// <summary>The signature that Slack would send.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hash.AppendData(body);
        return "v0=" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

internal enum SignatureVerdict
{
    Holds,
    NoSecret,
    Missing,
    Malformed,
    OutOfTime,
    Wrong,
}
