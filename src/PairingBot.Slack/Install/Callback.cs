using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;

namespace PairingBot.Slack.Install;

/// <summary>GET /slack/oauth/callback: somebody comes back from Slack. The code is exchanged once, and what it gives is stored before they hear of it; each way in which that can go wrong has a page that says what to do.</summary>
internal sealed class Callback(IOptions<SlackOptions> options, InstallState state, SlackOAuth oauth, ICredentialStore store, ILogger<Callback> log)
{
    public async Task HandleAsync(HttpContext context)
    {
        var (status, words) = options.Value.ServesMany ? await AnswerAsync(context) : (StatusCodes.Status404NotFound, InstallWords.OneWorkspace);
        await Page.WriteAsync(context, status, words);
    }

    private async Task<(int Status, PageWords Words)> AnswerAsync(HttpContext context)
    {
        var verdict = state.Finish(context);
        if (context.Request.Query["error"].ToString() is { Length: > 0 } refused)
        {
            log.InstallNotAllowed(refused == "access_denied" ? refused : "another");
            return refused == "access_denied" ? (StatusCodes.Status200OK, InstallWords.Denied) : (StatusCodes.Status400BadRequest, InstallWords.NotAllowed(refused));
        }

        var code = context.Request.Query["code"].ToString();
        if (verdict == StateVerdict.Holds && code.Length > 0) return await ExchangeAsync(code);
        log.InstallRefused(verdict);
        return (StatusCodes.Status400BadRequest, InstallWords.Of(verdict));
    }

    private async Task<(int Status, PageWords Words)> ExchangeAsync(string code)
    {
        var answer = await oauth.ExchangeAsync(code);
        if (answer.Fault is { } fault) return (fault.MayPass ? StatusCodes.Status502BadGateway : StatusCodes.Status400BadRequest, InstallWords.Of(fault));
        var access = answer.Value!;
        if (SlackHome.Of(access.Team?.Id, access.Enterprise?.Id, access.IsEnterpriseInstall) is not { } key || oauth.Credential(access) is not { } credential)
            return (StatusCodes.Status502BadGateway, InstallWords.NoToken);

        var granted = SlackScopes.Read(access.Scope);
        var name = (key.IsOrganization ? access.Enterprise?.Name : access.Team?.Name) ?? key.ExternalId;
        var installed = new NewInstallation(new DirectoryWorkspace(key, name, access.BotUserId ?? "") { Permissions = granted }, access.AuthedUser?.Id, credential);
        return await KeepAsync(installed) ? (StatusCodes.Status200OK, InstallWords.Welcome(installed, access.AppId, options.Value.AuthorizeUrl)) : (StatusCodes.Status500InternalServerError, InstallWords.NotKept);
    }

    private async Task<bool> KeepAsync(NewInstallation installed)
    {
        try
        {
            await store.InstallAsync(installed, CancellationToken.None); // the code is spent: this must come to an end even when nobody waits any more
            return true;
        }
        catch (Exception fault)
        {
            // Somebody waits before a page, and the code works only once: they must hear that they have to begin again.
            log.InstallNotKept(fault, installed.Workspace.Key.ExternalId);
            return false;
        }
    }
}
