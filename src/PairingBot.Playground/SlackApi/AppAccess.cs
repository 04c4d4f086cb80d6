namespace PairingBot.Playground.SlackApi;

/// <summary>Who may call: the app with its own id and secret for oauth.v2.access, and a token that holds for everything else.</summary>
internal sealed class AppAccess(OAuthMethods oauth, AppTokens tokens)
{
    /// <returns>Null for any other method.</returns>
    public ApiAnswer? Answer(HttpContext http, ApiCall call) => call.Method == OAuthMethods.Name ? oauth.Answer(call, http.Request.Headers.Authorization.ToString()) : null;

    public string? Fault(string? token) => string.IsNullOrEmpty(token) ? "not_authed" : tokens.Fault(token);
}
