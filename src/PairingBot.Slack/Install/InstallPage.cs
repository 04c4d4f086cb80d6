using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace PairingBot.Slack.Install;

/// <summary>GET /slack/install: on to Slack, where somebody chooses a workspace and allows what the bot asks for.</summary>
internal sealed class InstallPage(IOptions<SlackOptions> options, InstallState state)
{
    public Task HandleAsync(HttpContext context)
    {
        if (!options.Value.ServesMany) return Page.WriteAsync(context, StatusCodes.Status404NotFound, InstallWords.OneWorkspace);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(QueryHelpers.AddQueryString(options.Value.AuthorizeUrl, new Dictionary<string, string?>
        {
            ["client_id"] = options.Value.ClientId,
            ["scope"] = string.Join(',', SlackScopes.Asked),
            ["redirect_uri"] = options.Value.RedirectAddress().AbsoluteUri,
            ["state"] = state.Begin(context.Response),
        }));
        return Task.CompletedTask;
    }
}
