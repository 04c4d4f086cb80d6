using System.Collections.Concurrent;

namespace PairingBot.MicrosoftTown.Login;

/// <summary>Tokens that were given out, and what each is good for.</summary>
internal sealed class TokenDesk
{
    private readonly ConcurrentDictionary<string, (string Scope, DateTimeOffset Until)> given = new();

    /// <summary>How long a token lasts, for tests that want it short.</summary>
    public int LifeSeconds { get; set; } = 3599;

    public string Give(string scope)
    {
        var token = "town." + Guid.NewGuid().ToString("N");
        given[token] = (scope, TimeProvider.System.GetUtcNow().AddSeconds(LifeSeconds));
        return token;
    }

    /// <summary>No token that was given so far is taken any more.</summary>
    public void Revoke() => given.Clear();

    /// <summary>Whether the request bears a token of ours for this scope.</summary>
    public bool Admits(HttpRequest request, string scope)
    {
        var bearer = request.Headers.Authorization.ToString();
        return bearer.StartsWith("Bearer ", StringComparison.Ordinal) && given.TryGetValue(bearer["Bearer ".Length..], out var known)
            && known.Scope == scope && known.Until > TimeProvider.System.GetUtcNow();
    }
}
