using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;

namespace PairingBot.Teams.Connector;

/// <summary>
/// A token by client credentials over plain http, which Microsoft's own library refuses. Only for a stand-in on this machine: no other address of that kind ever gets here, and a secret never leaves
/// the machine unsealed.
/// </summary>
internal sealed class LoopbackCredential(IHttpClientFactory http, Uri login, string appId, string secret) : TokenCredential
{
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", appId), new("client_secret", secret), new("scope", string.Join(' ', requestContext.Scopes)),
        ]);
        using var client = http.CreateClient(ConnectorWire.HttpName);
        try
        {
            using var response = await client.PostAsync($"{login.ToString().TrimEnd('/')}/{requestContext.TenantId}/oauth2/v2.0/token", form, cancellationToken);
            var answer = await response.Content.ReadFromJsonAsync(TeamsJson.Default.TokenAnswer, cancellationToken);
            return answer?.AccessToken is { Length: > 0 } token
                ? new AccessToken(token, TimeProvider.System.GetUtcNow().AddSeconds(answer.ExpiresIn))
                : throw new AuthenticationFailedException(answer?.ErrorDescription ?? "no token");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            throw new AuthenticationFailedException("no answer", failure);
        }
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();
}
