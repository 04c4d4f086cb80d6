using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using PairingBot.Teams.Activities;

namespace PairingBot.Teams.Tokens;

/// <summary>
/// Whether a request comes from the Bot Connector and is meant for this bot, by what stands in its Authorization header. The algorithm is ours to say and never the token's: RS256, by a published key.
/// </summary>
internal sealed class TokenCheck(SigningKeys keys, IOptions<TeamsOptions> options, [FromKeyedServices(TeamsSetup.WallClock)] TimeProvider time)
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public async Task<CheckedToken> CheckAsync(StringValues authorization, CancellationToken cancel)
    {
        if (authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return new(TokenVerdict.Missing);
        if (Jwt.Read(header[Scheme.Length..]) is not { } token) return new(TokenVerdict.Unreadable);
        if (token.Header.Text("alg") != "RS256") return new(TokenVerdict.WrongAlgorithm);
        if (token.Header.TryGetProperty("crit", out _)) return new(TokenVerdict.AsksForMore);
        if (token.Header.Text("kid") is not { } id || await keys.FindAsync(id, cancel) is not { } key) return new(TokenVerdict.UnknownKey);
        if (!key.Signed(token)) return new(TokenVerdict.WrongSignature);
        return Claims(token.Claims) is { } fault ? new(fault) : new(TokenVerdict.Holds, token.Claims.Text("serviceurl"), key.Endorsements);
    }

    /// <summary>Null when they hold.</summary>
    private TokenVerdict? Claims(JsonElement claims)
    {
        if (claims.Text("iss") != options.Value.Issuer) return TokenVerdict.WrongIssuer;
        if (!string.Equals(claims.Text("aud"), options.Value.AppId, StringComparison.OrdinalIgnoreCase)) return TokenVerdict.WrongAudience;
        var now = time.GetUtcNow();
        if (Moment(claims, "exp") is not { } end) return TokenVerdict.WithoutEnd;
        if (end <= now - Skew) return TokenVerdict.Expired;
        if (!claims.TryGetProperty("nbf", out _)) return null;
        return Moment(claims, "nbf") is { } begin && begin <= now + Skew ? null : TokenVerdict.NotYet;
    }

    /// <summary>Whole seconds, as a number and nothing else.</summary>
    private static DateTimeOffset? Moment(JsonElement claims, string name) =>
        claims.Part(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var seconds) && seconds is >= 0 and < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}

/// <param name="Verdict">What the token is.</param>
/// <param name="ServiceAddress">Of one that holds: for which address of the connector it was made.</param>
/// <param name="Endorsements">The channels for which the key that signed it may sign.</param>
internal sealed record CheckedToken(TokenVerdict Verdict, string? ServiceAddress = null, IReadOnlyList<string>? Endorsements = null);

internal enum TokenVerdict
{
    Holds,
    Missing,
    Unreadable,
    WrongAlgorithm,

    /// <summary>Its header demands that something be understood which we do not.</summary>
    AsksForMore,
    UnknownKey,
    WrongSignature,
    WrongIssuer,
    WrongAudience,
    WithoutEnd,
    Expired,
    NotYet,
}
