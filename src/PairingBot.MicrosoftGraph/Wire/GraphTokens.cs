using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace PairingBot.MicrosoftGraph.Wire;

/// <summary>The token that calls are made with. Whoever gives it keeps and renews it.</summary>
internal sealed class GraphTokens(TokenCredential? credential, IOptions<GraphOptions> options)
{
    /// <returns>The token, or in short words why there is none.</returns>
    public async Task<(string? Token, string Error)> GetAsync(CancellationToken cancel)
    {
        if (credential is null) return (null, "no-credential");
        try
        {
            return ((await credential.GetTokenAsync(new TokenRequestContext([options.Value.Scope]), cancel)).Token, "");
        }
        catch (AuthenticationFailedException refused)
        {
            return (null, Code(refused.ToString()));
        }
    }

    /// <summary>Microsoft's own code (AADSTS7000215: wrong secret; AADSTS700016: unknown app), and nothing else of a text that may hold anything.</summary>
    private static string Code(string text)
    {
        var start = text.IndexOf("AADSTS", StringComparison.Ordinal);
        return start < 0 ? "token-not-given" : new string([.. text.Skip(start).TakeWhile(char.IsAsciiLetterOrDigit)]);
    }
}
