using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;

namespace PairingBot.Slack.Api;

/// <summary>What the app asks Slack for with its own secret: a token for a code, and the next token for a renewal token. Each code and renewal token is sent once.</summary>
internal sealed class SlackOAuth(SlackWire wire, IOptions<SlackOptions> options, [FromKeyedServices(SlackTime.Real)] TimeProvider time)
{
    public Task<SlackAnswer<AccessAnswer>> ExchangeAsync(string code) =>
        AskAsync(("code", code), ("redirect_uri", options.Value.RedirectAddress().AbsoluteUri));

    public Task<SlackAnswer<AccessAnswer>> RenewAsync(string renewalToken) =>
        AskAsync(("grant_type", "refresh_token"), ("refresh_token", renewalToken));

    /// <summary>Null when there is no bot token in the answer.</summary>
    public Credential? Credential(AccessAnswer answer)
    {
        if (answer.AccessToken is not { } token || !SlackTokens.IsBotToken(token)) return null;
        return new Credential(token, string.IsNullOrEmpty(answer.RefreshToken) ? null : answer.RefreshToken, answer.ExpiresIn is > 0 and { } seconds ? time.GetUtcNow().AddSeconds(seconds) : null);
    }

    /// <summary>Never called off half way: what was sent once can not be sent again.</summary>
    private async Task<SlackAnswer<AccessAnswer>> AskAsync(params (string Name, string Value)[] fields)
    {
        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.ClientId}:{options.Value.ClientSecret}"));
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await wire.AskAsync(SlackMethod.OauthAccess, new AuthenticationHeaderValue("Basic", secret), form, SlackJson.Default.AccessAnswer, CancellationToken.None);
    }
}
