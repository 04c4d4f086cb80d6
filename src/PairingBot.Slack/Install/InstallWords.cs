using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;

namespace PairingBot.Slack.Install;

/// <summary>What somebody reads who adds the bot to their workspace.</summary>
internal static class InstallWords
{
    private static readonly (string Address, string Label) Again = (SlackOptions.InstallPath, "Add PairingBot to Slack");

    public static PageWords OneWorkspace { get; } = new("This bot serves one workspace", ["It was set up with the token of one workspace, so there is nothing to install here. If that workspace is yours, type /coffee in Slack."]);

    public static PageWords Denied { get; } = new("Nothing was installed", ["You chose not to add PairingBot, and that is fine. Nothing has changed in your workspace.", "Should you change your mind, begin again here."], Link: Again);

    public static PageWords NoToken { get; } = new("Slack gave us no token for a bot", ["So nothing was installed. Please begin again; if it happens twice, show this page to whoever runs PairingBot for you."], Link: Again);

    public static PageWords NotKept { get; } = new("Something went wrong on our side", ["Slack has added PairingBot, but we could not keep what we need to work. Please wait a minute and add it once more; nothing is lost by doing it twice."], Link: Again);

    public static PageWords Of(StateVerdict verdict) => new("Please begin again",
    [
        verdict switch
        {
            StateVerdict.TooLate => "This took longer than ten minutes, and for your safety the way back is open no longer than that.",
            StateVerdict.OtherBrowser => "You came back in another browser than the one you began in, or this page was loaded a second time. Each way back from Slack works once.",
            _ => "This page can only be reached at the end of an installation that began here.",
        },
        "Nothing was installed. Begin again here, and stay in this browser:",
    ], Link: Again);

    public static PageWords NotAllowed(string error) => new("Slack did not allow the installation",
    [
        error switch
        {
            "invalid_team_for_non_distributed_app" => "This app may so far be added to its home workspace only. Whoever runs PairingBot for you can open it to others: at Slack, in the app's pages, under Manage Distribution.",
            "invalid_scope" => "The app at Slack does not know all the permissions that PairingBot asks for. Whoever runs PairingBot for you has to renew the app's manifest.",
            _ => "Perhaps an admin of your workspace has to approve it first. Ask them, then begin again.",
        },
    ], Link: Again);

    public static PageWords Of(SlackFault fault) => new("PairingBot could not be added",
    [
        fault.Error switch
        {
            "invalid_code" or "code_already_used" or "code_expired" => "Slack takes each code once, and for ten minutes only; this one is used up or too old. Please begin again.",
            "bad_redirect_uri" => "The address of this page is not among the app's redirect addresses at Slack. Whoever runs PairingBot for you has to add it there, under OAuth & Permissions.",
            "bad_client_secret" or "invalid_client_id" => "Slack does not know this app by its id and secret. Whoever runs PairingBot for you has to copy both again from the app's Basic Information page.",
            "cannot_install_an_org_installed_app" => "Your whole organization has PairingBot already. Type /coffee in Slack; if it does not answer, ask your organization's admins to open it to your workspace.",
            _ when fault.MayPass => "Slack did not answer as it should. Please begin again in a minute.",
            _ => "Slack said no. Please begin again; if it happens twice, show this page to whoever runs PairingBot for you.",
        },
        $"Slack's word for it: {fault.Error}",
    ], Link: Again);

    public static PageWords Welcome(NewInstallation installed, string? app, string authorizeUrl)
    {
        var key = installed.Workspace.Key;
        List<string> paragraphs = [$"It is at home in {installed.Workspace.Name} now. What comes next, in Slack:"];
        if (installed.Workspace.Permissions is { } granted && SlackScopes.Asked.Except(granted).ToList() is { Count: > 0 } missing)
            paragraphs.Insert(0, $"Not everything was allowed: {string.Join(", ", missing)}. Some things will not work until you add it again and allow them, too.");
        return new("PairingBot is installed", paragraphs,
        [
            "Type /coffee join, and you are in the first round.",
            "Type /coffee admin (as an admin of the workspace) to choose day, time and relationships.",
            "Tell your colleagues: /coffee join is all they need.",
        ], (Open(key, app, authorizeUrl), "Back to Slack"));
    }

    private static string Open(InstallationKey key, string? app, string authorizeUrl)
    {
        var slack = new Uri(new Uri(authorizeUrl), "/").AbsoluteUri;
        var team = key.IsOrganization ? "" : $"&team={Uri.EscapeDataString(key.ExternalId)}";
        return string.IsNullOrEmpty(app) ? slack : $"{slack}app_redirect?app={Uri.EscapeDataString(app)}{team}";
    }
}
