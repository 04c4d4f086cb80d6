namespace PairingBot.Teams;

/// <summary>
/// How this installation talks with Microsoft Teams: section <c>Teams</c> of the configuration. Without <see cref="AppId"/> Teams is off. For another cloud than the public one (GCC High, DoD) the
/// addresses, the issuer and the scope all change; see the table in this project's README.
/// </summary>
public sealed class TeamsOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Teams";

    /// <summary>The bot's app id (the Microsoft App ID of the Azure Bot). No default: without it there is no Teams.</summary>
    public string AppId { get; set; } = "";

    /// <summary>
    /// The tenant that the bot serves and, but for <see cref="TeamsAppType.MultiTenant"/>, gets its tokens from. No default; needed but for MultiTenant, where it may name several with commas between
    /// them, or none: then every tenant that adds the bot is served.
    /// </summary>
    public string TenantId { get; set; } = "";

    /// <summary>How the bot is registered. Default SingleTenant.</summary>
    public TeamsAppType AppType { get; set; } = TeamsAppType.SingleTenant;

    /// <summary>The app's client secret. No default; needed unless there is a certificate or a managed identity.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>A certificate with its private key (PFX or PEM) in place of the secret. No default.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>Where Microsoft publishes the keys that its requests are signed with. Default https://login.botframework.com/v1/.well-known/openidconfiguration.</summary>
    public string OpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who signs. Default https://api.botframework.com.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where tokens come from. Default https://login.microsoftonline.com. Plain http is taken only for this machine (a stand-in).</summary>
    public string LoginBaseUrl { get; set; } = "https://login.microsoftonline.com";

    /// <summary>What the bot's tokens are for. Default https://api.botframework.com/.default.</summary>
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>
    /// The hosts to which the bot's tokens may be sent, with a port where it is not the usual one. Default: Microsoft's own four. Https only, but for this machine.
    /// </summary>
    public IList<string> AllowedServiceUrlHosts { get; } = [];

    /// <summary>Who runs the program, by their object ids in the directory. Default none: then whoever adds the bot first does.</summary>
    public IList<string> Organizers { get; } = [];

    internal static IReadOnlyList<string> MicrosoftHosts { get; } =
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us", "smba.infra.dod.teams.microsoft.us"];

    /// <summary>Those that are served; none for every one.</summary>
    internal IReadOnlyList<string> Tenants => TenantId.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal bool ServesMany => AppType == TeamsAppType.MultiTenant && Tenants.Count != 1;

    internal bool IsOn => !string.IsNullOrWhiteSpace(AppId);
}

/// <summary>As the Azure Bot is registered.</summary>
public enum TeamsAppType
{
    SingleTenant,

    /// <summary>A user-assigned managed identity, whose client id is the app id.</summary>
    UserAssignedMSI,

    /// <summary>Can't be made any more, and goes on working where it was.</summary>
    MultiTenant,
}
