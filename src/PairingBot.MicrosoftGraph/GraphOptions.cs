namespace PairingBot.MicrosoftGraph;

/// <summary>How this installation talks with Microsoft Graph: section <c>Graph</c> of the configuration. Its tokens come the same way as the bot's: app, secret, certificate or identity are those of section <c>Teams</c>.</summary>
public sealed class GraphOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Graph";

    /// <summary>Whether the company has consented, and Graph is asked at all. Default false: the bot then knows only who writes to it, and proposes working hours in place of free time.</summary>
    public bool Enabled { get; set; }

    /// <summary>Where Graph is. Default https://graph.microsoft.com/v1.0. Plain http is taken only for this machine (a stand-in).</summary>
    public string BaseUrl { get; set; } = "https://graph.microsoft.com/v1.0";

    /// <summary>What the tokens are for. Default https://graph.microsoft.com/.default.</summary>
    public string Scope { get; set; } = "https://graph.microsoft.com/.default";

    /// <summary>The id in the manifest of the app package, by which the company's catalog knows the bot. Default: Teams:AppId.</summary>
    public string ManifestId { get; set; } = "";

    /// <summary>Whether the bot serves several tenants, by section <c>Teams</c>: tokens for Graph are of one.</summary>
    internal bool IsForMany { get; set; }
}
