using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.SlackApi;

/// <summary>
/// The tokens of the app: the one that is set, and those that installing and renewing give out. A code works once and for ten minutes, for the redirect address that it was asked with; a
/// renewal token works once, and a short while longer for a bot that lost the answer.
/// </summary>
internal sealed class AppTokens(PlaygroundOptions options, PlaygroundClock clock)
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10), Grace = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Code> codes = [];
    private readonly Dictionary<string, DateTimeOffset> expiries = [];
    private readonly Dictionary<string, DateTimeOffset?> renewals = [];
    private bool isConfiguredTokenRevoked;

    public string NewCode(string person, string redirect)
    {
        var code = $"playground-{Ids.Hex()}";
        lock (gate) codes[code] = new Code(person, redirect, clock.Real.GetUtcNow() + CodeLife);
        return code;
    }

    /// <returns>Who asked for it; or Slack's word for what is wrong with it.</returns>
    public (string? Person, string? Error) Redeem(string? text, string? redirect)
    {
        lock (gate)
        {
            if (text is null || !codes.TryGetValue(text, out var code)) return (null, "invalid_code");
            if (code.Redirect != redirect) return (null, "bad_redirect_uri");
            if (code.IsUsed) return (null, "code_already_used");
            code.IsUsed = true;
            return code.Until < clock.Real.GetUtcNow() ? (null, "invalid_code") : (code.Person, null);
        }
    }

    /// <summary>False for a renewal token that nobody gave out, or that was used long ago.</summary>
    public bool Renew(string? renewal)
    {
        lock (gate)
        {
            if (renewal is null || !renewals.TryGetValue(renewal, out var until) || until < clock.Real.GetUtcNow()) return false;
            renewals[renewal] = until ?? clock.Real.GetUtcNow() + Grace;
            return true;
        }
    }

    public (string Token, string? Renewal) Issue()
    {
        lock (gate)
        {
            if (options.TokenSeconds <= 0)
            {
                isConfiguredTokenRevoked = false; // installing again gives the same token, as at Slack
                return (options.BotToken, null);
            }

            var (token, renewal) = ($"xoxe.xoxb-1-{Ids.Hex()}", $"xoxe-1-{Ids.Hex()}");
            expiries[token] = clock.Real.GetUtcNow().AddSeconds(options.TokenSeconds);
            renewals[renewal] = null;
            return (token, renewal);
        }
    }

    /// <returns>Null for a token that holds; else Slack's word for why not.</returns>
    public string? Fault(string token)
    {
        lock (gate)
        {
            if (token == options.BotToken) return isConfiguredTokenRevoked ? "token_revoked" : null;
            if (!expiries.TryGetValue(token, out var until)) return "invalid_auth";
            return until < clock.Real.GetUtcNow() ? "token_expired" : null;
        }
    }

    /// <summary>The app is removed: no token and no code holds any more.</summary>
    public void RevokeAll()
    {
        lock (gate)
        {
            isConfiguredTokenRevoked = true;
            codes.Clear();
            expiries.Clear();
            renewals.Clear();
        }
    }

    private sealed record Code(string Person, string Redirect, DateTimeOffset Until)
    {
        public bool IsUsed { get; set; }
    }
}
