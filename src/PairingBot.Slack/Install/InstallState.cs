using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PairingBot.Slack.Install;

/// <summary>
/// Proves that whoever comes back from Slack set out here, in the same browser, a moment ago: otherwise a stranger could have somebody else's browser finish an installation of theirs. The
/// state holds its end and a MAC over that end and a secret that only the browser's cookie has; the cookie goes with its first use. Nothing is stored, so any host can check it.
/// </summary>
internal sealed class InstallState(IOptions<SlackOptions> options, [FromKeyedServices(SlackTime.Real)] TimeProvider time)
{
    private const int SecretSize = 32, EndSize = 8, MacSize = 32;

    /// <summary>As long as a code of Slack's lives.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>A __Host- cookie can be set by this very host alone, and travels by https only; a stand-in on this machine has no https.</summary>
    public string CookieName => IsSecure ? "__Host-pairingbot-install" : "pairingbot-install";

    private bool IsSecure => options.Value.InstallAt().Scheme == Uri.UriSchemeHttps;

    /// <returns>The state for the way there.</returns>
    public string Begin(HttpResponse response)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretSize);
        response.Cookies.Append(CookieName, Base64Url.EncodeToString(secret), Cookie(Life));
        var state = new byte[EndSize + MacSize];
        BinaryPrimitives.WriteInt64BigEndian(state, (time.GetUtcNow() + Life).ToUnixTimeSeconds());
        Mac(state.AsSpan(0, EndSize), secret).CopyTo(state.AsSpan(EndSize));
        return Base64Url.EncodeToString(state);
    }

    /// <summary>Whatever comes of it, this browser's secret is used up.</summary>
    public StateVerdict Finish(HttpContext context)
    {
        var (given, kept) = (Decode(context.Request.Query["state"].ToString(), EndSize + MacSize), Decode(context.Request.Cookies[CookieName], SecretSize));
        context.Response.Cookies.Append(CookieName, "", Cookie(TimeSpan.Zero));
        if (given is null) return StateVerdict.Missing;
        if (kept is null) return StateVerdict.OtherBrowser;
        if (!CryptographicOperations.FixedTimeEquals(Mac(given.AsSpan(0, EndSize), kept), given.AsSpan(EndSize))) return StateVerdict.Wrong;
        return BinaryPrimitives.ReadInt64BigEndian(given) >= time.GetUtcNow().ToUnixTimeSeconds() ? StateVerdict.Holds : StateVerdict.TooLate;
    }

    private byte[] Mac(ReadOnlySpan<byte> end, byte[] secret)
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.ClientSecret), MacSize, info: "PairingBot install state 1"u8.ToArray());
        byte[] text = [.. end, .. secret];
        return HMACSHA256.HashData(key, text);
    }

    /// <summary>Lax: the way back from Slack is a link from another site, and the cookie must come along.</summary>
    private CookieOptions Cookie(TimeSpan life) => new() { HttpOnly = true, Secure = IsSecure, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life, IsEssential = true };

    private static byte[]? Decode(string? text, int size)
    {
        var bytes = new byte[size];
        return text is { Length: > 0 and < 100 } && Base64Url.IsValid(text, out var length) && length == size && Base64Url.TryDecodeFromChars(text, bytes, out _) ? bytes : null;
    }
}

internal enum StateVerdict
{
    Holds,
    Missing,
    OtherBrowser,
    Wrong,
    TooLate,
}
