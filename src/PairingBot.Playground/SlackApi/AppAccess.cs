namespace PairingBot.Playground.SlackApi;

/// <summary>Who may call: the app with its own id and secret for oauth.v2.access, and a token that holds for everything else.</summary>
internal sealed class AppAccess(OAuthMethods oauth, AppTokens tokens, PlaygroundOptions options)
{
    /// <returns>Null for any other method.</returns>
    public ApiAnswer? Answer(HttpContext http, ApiCall call) => call.Method == OAuthMethods.Name ? oauth.Answer(call, http.Request.Headers.Authorization.ToString()) : null;

    /// <param name="token">What the call shows.</param>
    /// <param name="isOfTheApp">Whether the method goes by the app's own token instead of the workspace's.</param>
    public string? Fault(string? token, bool isOfTheApp)
    {
        if (string.IsNullOrEmpty(token)) return "not_authed";
        if (isOfTheApp != (token == options.AppToken)) return isOfTheApp && tokens.Fault(token) == "invalid_auth" ? "invalid_auth" : "not_allowed_token_type";
        return isOfTheApp ? null : tokens.Fault(token);
    }
}
