using System.Text;
using System.Text.Json.Nodes;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.SlackApi;

/// <summary>oauth.v2.access: the one method that is called with the app's own id and secret instead of a token.</summary>
internal sealed class OAuthMethods(SlackWorkspace workspace, AppTokens tokens, PlaygroundOptions options)
{
    public const string Name = "oauth.v2.access", Scopes = "commands,chat:write,im:write,mpim:write,users:read,channels:read,im:history,reactions:write";

    public ApiAnswer Answer(ApiCall call, string authorization)
    {
        var (id, secret) = Client(call, authorization);
        if (id != options.ClientId) return ApiAnswer.No("invalid_client_id");
        if (secret != options.ClientSecret) return ApiAnswer.No("bad_client_secret");
        if (call.Text("grant_type") == "refresh_token") return tokens.Renew(call.Text("refresh_token")) ? Access(null) : ApiAnswer.No("invalid_refresh_token");
        var (person, error) = tokens.Redeem(call.Text("code"), call.Text("redirect_uri"));
        return error is null ? Access(person) : ApiAnswer.No(error);
    }

    private ApiAnswer Access(string? person)
    {
        var (token, renewal) = tokens.Issue();
        var access = new JsonObject
        {
            ["access_token"] = token,
            ["token_type"] = "bot",
            ["scope"] = Scopes,
            ["bot_user_id"] = workspace.Bot.UserId,
            ["app_id"] = workspace.Bot.AppId,
            ["team"] = new JsonObject { ["id"] = workspace.Team.Id, ["name"] = workspace.Team.Name },
            ["enterprise"] = null,
            ["is_enterprise_install"] = false,
        };
        if (person is not null) access["authed_user"] = new JsonObject { ["id"] = person };
        if (renewal is not null) (access["refresh_token"], access["expires_in"]) = (renewal, options.TokenSeconds);
        return ApiAnswer.Ok(access);
    }

    /// <summary>In the header, as Slack advises, or among the arguments.</summary>
    private static (string? Id, string? Secret) Client(ApiCall call, string authorization)
    {
        if (!authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return (call.Text("client_id"), call.Text("client_secret"));
        var bytes = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization[6..].Trim(), bytes, out var length)) return (null, null);
        return Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var id, var secret] ? (id, secret) : (null, null);
    }
}
