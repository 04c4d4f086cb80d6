using PairingBot.Slack.SocketMode;

namespace PairingBot.Slack;

/// <summary>
/// How this installation talks with Slack: section <c>Slack</c> of the configuration. One workspace, the simple way: the signing secret and the
/// bot token, both copied from the app's pages at Slack. Or many: the signing secret, and the client id and secret with which each workspace adds the bot.
/// Behind a firewall an app token takes the place of the signing secret.
/// </summary>
public sealed class SlackOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Slack";

    /// <summary>
    /// The app's signing secret (Basic Information, App Credentials). No default: without it and without <see cref="AppToken"/> the host refuses to
    /// start. Every request that comes in is checked with it; one that does not hold is answered 401 and leaves no trace but a log line. With an app
    /// token and no secret, no route for requests is there at all.
    /// </summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>
    /// The bot token (xoxb-…) of the one workspace that is served: every call to Slack is made with it. No default. Stays empty where many workspaces are served,
    /// whose tokens lie sealed in the database.
    /// </summary>
    public string BotToken { get; set; } = "";

    /// <summary>The app's client id (Basic Information, App Credentials). No default. With it, many workspaces are served: each adds the bot at /slack/install.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The app's client secret, from the same page. No default; needed exactly when there is a client id.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>Where people allow the app. Default https://slack.com/oauth/v2/authorize; GovSlack has https://slack-gov.com/oauth/v2/authorize.</summary>
    public string AuthorizeUrl { get; set; } = "https://slack.com/oauth/v2/authorize";

    /// <summary>
    /// The app-level token (xapp-…, with connections:write) of an app in Socket Mode. No default. With it the bot connects to Slack and needs
    /// no address of its own.
    /// </summary>
    public string AppToken { get; set; } = "";

    /// <summary>How many connections are kept open in Socket Mode. Default 2; Slack allows ten for an app, those of all its hosts together.</summary>
    public int SocketConnections { get; set; } = 2;

    /// <summary>
    /// Where Slack's Web API is. Default https://slack.com/api/; GovSlack has https://slack-gov.com/api/. Plain http is taken only for
    /// this machine (a stand-in for Slack, as in the demo). Answers to presses go only to Slack's hosts and to this one.
    /// </summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Which of the company's own profile fields hold the department, level, start date and manager. Default none.</summary>
    public SlackFields Fields { get; set; } = new();

    /// <summary>PairingBot:PublicUrl, which is the host's setting: Slack sends people back there.</summary>
    internal string PublicUrl { get; set; } = "";

    internal bool ServesMany => !string.IsNullOrWhiteSpace(ClientId);

    internal Uri InstallAt() => new(PublicUrl.TrimEnd('/') + InstallPath);

    /// <summary>Said to Slack twice, and has to be the same both times.</summary>
    internal Uri RedirectAddress() => new(PublicUrl.TrimEnd('/') + CallbackPath);

    internal const string InstallPath = "/slack/install";
    internal const string CallbackPath = "/slack/oauth/callback";

    /// <summary>Not in the configuration: for tests, which have less time.</summary>
    internal SocketTimes SocketTimes { get; set; } = new();

    internal bool UsesSockets => !string.IsNullOrWhiteSpace(AppToken);

    internal bool UsesRoutes => !string.IsNullOrWhiteSpace(SigningSecret);

    /// <summary>The address to which a method's name is appended; valid once the options are validated.</summary>
    internal Uri ApiBase() => new(ApiBaseUrl.EndsWith('/') ? ApiBaseUrl : ApiBaseUrl + "/");
}
