using PairingBot.Domain.Chat;
using PairingBot.Domain.Wording;
using PairingBot.Slack.Api;
using PairingBot.Slack.Wording;

namespace PairingBot.Slack.Install;

/// <summary>What somebody reads who adds the bot to their workspace.</summary>
internal static class InstallWords
{
    private static (string Address, string Label) Again => (SlackOptions.InstallPath, SlackTexts.Plain("install.add"));

    public static PageWords OneWorkspace => new(SlackTexts.Plain("install.one-workspace.title"), [SlackTexts.Plain("install.one-workspace")]);

    public static PageWords Denied => new(SlackTexts.Plain("install.denied.title"), [SlackTexts.Plain("install.denied"), SlackTexts.Plain("install.denied.again")], Link: Again);

    public static PageWords NoToken => new(SlackTexts.Plain("install.no-token.title"), [SlackTexts.Plain("install.no-token")], Link: Again);

    public static PageWords NotKept => new(SlackTexts.Plain("install.not-kept.title"), [SlackTexts.Plain("install.not-kept")], Link: Again);

    public static PageWords Of(StateVerdict verdict) => new(SlackTexts.Plain("install.begin-again.title"),
    [
        SlackTexts.Plain(verdict switch
        {
            StateVerdict.TooLate => "install.begin-again.too-late",
            StateVerdict.OtherBrowser => "install.begin-again.other-browser",
            _ => "install.begin-again.missing",
        }),
        SlackTexts.Plain("install.begin-again"),
    ], Link: Again);

    public static PageWords NotAllowed(string error) => new(SlackTexts.Plain("install.not-allowed.title"),
    [
        SlackTexts.Plain(error switch
        {
            "invalid_team_for_non_distributed_app" => "install.not-allowed.not-distributed",
            "invalid_scope" => "install.not-allowed.scope",
            _ => "install.not-allowed",
        }),
    ], Link: Again);

    public static PageWords Of(SlackFault fault) => new(SlackTexts.Plain("install.fault.title"),
    [
        SlackTexts.Plain(fault.Error switch
        {
            "invalid_code" or "code_already_used" or "code_expired" => "install.fault.code",
            "bad_redirect_uri" => "install.fault.redirect",
            "bad_client_secret" or "invalid_client_id" => "install.fault.client",
            "cannot_install_an_org_installed_app" => "install.fault.organization",
            _ when fault.MayPass => "install.fault.may-pass",
            _ => "install.fault",
        }),
        SlackTexts.Plain("install.fault.word", ("error", fault.Error)),
    ], Link: Again);

    public static PageWords Welcome(NewInstallation installed, string? app, string authorizeUrl)
    {
        var key = installed.Workspace.Key;
        List<string> paragraphs = [SlackTexts.Plain("install.welcome", ("workspace", installed.Workspace.Name))];
        if (installed.Workspace.Permissions is { } granted && SlackScopes.Asked.Except(granted).ToList() is { Count: > 0 } missing)
            paragraphs.Insert(0, SlackTexts.Plain("install.welcome.missing", ("permissions", Texts.List(missing))));
        return new(SlackTexts.Plain("install.welcome.title"), paragraphs,
            [SlackTexts.Plain("install.welcome.join"), SlackTexts.Plain("install.welcome.admin"), SlackTexts.Plain("install.welcome.tell")],
            (Open(key, app, authorizeUrl), SlackTexts.Plain("install.back")));
    }

    private static string Open(InstallationKey key, string? app, string authorizeUrl)
    {
        var slack = new Uri(new Uri(authorizeUrl), "/").AbsoluteUri;
        var team = key.IsOrganization ? "" : $"&team={Uri.EscapeDataString(key.ExternalId)}";
        return string.IsNullOrEmpty(app) ? slack : $"{slack}app_redirect?app={Uri.EscapeDataString(app)}{team}";
    }
}
