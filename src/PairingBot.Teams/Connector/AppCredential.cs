using System.Collections.Concurrent;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PairingBot.Teams.Connector;

/// <summary>
/// The app's own tokens, one for each scope: kept until five minutes before they end, asked for once however many wait. Beneath it is the credential that the options name; it keeps what it was given
/// too, so to be rid of a token that is refused before its time, the credential is made anew.
/// </summary>
internal sealed class AppCredential(CredentialMaker maker, IOptions<TeamsOptions> options, [FromKeyedServices(TeamsSetup.WallClock)] TimeProvider time) : TokenCredential, IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, AccessToken> kept = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim turn = new(1, 1);

    private TokenCredential beneath = maker.Make();

    /// <summary>This token was refused: the next one is another. Harmless when it is no longer the one that is kept.</summary>
    public void Refused(string scope, string token)
    {
        if (!kept.TryGetValue(scope, out var known) || known.Token != token) return;
        if (kept.TryRemove(KeyValuePair.Create(scope, known))) Volatile.Write(ref beneath, maker.Make());
    }

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var scope = string.Join(' ', requestContext.Scopes);
        if (Fresh(scope) is { } known) return known;
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (Fresh(scope) is { } arrived) return arrived;
            var context = new TokenRequestContext(requestContext.Scopes, requestContext.ParentRequestId, tenantId: TenantFor(scope));
            return kept[scope] = await Volatile.Read(ref beneath).GetTokenAsync(context, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing here waits for a token with a thread in its hand.");

    public void Dispose() => turn.Dispose();

    private AccessToken? Fresh(string scope) => kept.TryGetValue(scope, out var known) && known.ExpiresOn - RenewBefore > time.GetUtcNow() ? known : null;

    /// <summary>A bot of many tenants has its connector's tokens from a tenant of Microsoft's; all other tokens are of the company's own.</summary>
    private string? TenantFor(string scope) => options.Value.AppType switch
    {
        TeamsAppType.UserAssignedMSI => null,
        TeamsAppType.MultiTenant when scope == options.Value.Scope => CredentialMaker.TenantOfMany,
        _ => options.Value.TenantId,
    };
}
