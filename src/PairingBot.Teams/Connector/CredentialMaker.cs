using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace PairingBot.Teams.Connector;

/// <summary>Makes the credential that the options name: a managed identity, a certificate or a secret.</summary>
internal sealed class CredentialMaker(IHttpClientFactory http, IOptions<TeamsOptions> options)
{
    /// <summary>Where a bot that may be added in any tenant gets its connector's tokens.</summary>
    public const string TenantOfMany = "botframework.com";

    private static readonly string[] PublicHosts = ["login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn"];

    public TokenCredential Make()
    {
        var teams = options.Value;
        if (teams.AppType == TeamsAppType.UserAssignedMSI) return new ManagedIdentityCredential(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(teams.AppId)) { Transport = Transport() });
        var login = new Uri(teams.LoginBaseUrl);
        var tenant = teams.ServesMany ? TenantOfMany : teams.TenantId;
        if (teams.CertificatePath.Length > 0) return new ClientCertificateCredential(tenant, teams.AppId, Certificate(teams.CertificatePath), At<ClientCertificateCredentialOptions>(login, found => found.AdditionallyAllowedTenants));
        return login.Scheme == Uri.UriSchemeHttp && login.IsLoopback
            ? new LoopbackCredential(http, login, teams.AppId, teams.ClientSecret)
            : new ClientSecretCredential(tenant, teams.AppId, teams.ClientSecret, At<ClientSecretCredentialOptions>(login, found => found.AdditionallyAllowedTenants));
    }

    /// <summary>Microsoft's library asks Microsoft about hosts that it does not know; a company's own stand-in it would not find there.</summary>
    private T At<T>(Uri login, Func<T, IList<string>> otherTenants)
        where T : TokenCredentialOptions, new()
    {
        var made = new T { AuthorityHost = login, Transport = Transport() };
        otherTenants(made).Add("*"); // the connector's tokens and the company's may be of different tenants
        if (PublicHosts.Contains(login.Host, StringComparer.OrdinalIgnoreCase)) return made;
        if (made is ClientSecretCredentialOptions secret) secret.DisableInstanceDiscovery = true;
        if (made is ClientCertificateCredentialOptions certificate) certificate.DisableInstanceDiscovery = true;
        return made;
    }

    private HttpClientTransport Transport() => new(http.CreateClient(ConnectorWire.HttpName));

    private static X509Certificate2 Certificate(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12" ? X509CertificateLoader.LoadPkcs12FromFile(path, null) : X509Certificate2.CreateFromPemFile(path);
}
