namespace PairingBot.Slack;

/// <summary>
/// How this installation talks with Slack: section <c>Slack</c> of the configuration. One workspace, the simple way: its signing
/// secret and its bot token, both copied from the app's pages at Slack.
/// </summary>
public sealed class SlackOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Slack";

    /// <summary>
    /// The app's signing secret (Basic Information, App Credentials). No default: the host refuses to start without it. Every request
    /// that comes in is checked with it; one that does not hold is answered 401 and leaves no trace but a log line.
    /// </summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>
    /// The bot token (xoxb-…, or xoxe.xoxb-… of an app with token rotation). No default: the host refuses to start without it. Every
    /// call to Slack is made with it.
    /// </summary>
    public string BotToken { get; set; } = "";

    /// <summary>
    /// Where Slack's Web API is. Default https://slack.com/api/; GovSlack has https://slack-gov.com/api/. Plain http is taken only for
    /// this machine (a stand-in for Slack, as in the demo). Answers to presses go only to Slack's hosts and to this one.
    /// </summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Which of the company's own profile fields hold the department, level, start date and manager. Default none.</summary>
    public SlackFields Fields { get; set; } = new();

    /// <summary>The address to which a method's name is appended; valid once the options are validated.</summary>
    internal Uri ApiBase() => new(ApiBaseUrl.EndsWith('/') ? ApiBaseUrl : ApiBaseUrl + "/");
}
