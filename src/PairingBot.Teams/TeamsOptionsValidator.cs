using Microsoft.Extensions.Options;

namespace PairingBot.Teams;

/// <summary>Refuses to start with a wrong or half configuration: one clear sentence for each fault.</summary>
internal sealed class TeamsOptionsValidator : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        string[] faults = options.IsOn ? [.. Faults(options)] : [.. HalfFaults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Teams is off, although somebody meant it to be on.</summary>
    private static IEnumerable<string> HalfFaults(TeamsOptions options)
    {
        (string Name, string Value)[] settings = [(nameof(options.TenantId), options.TenantId), (nameof(options.ClientSecret), options.ClientSecret), (nameof(options.CertificatePath), options.CertificatePath)];
        return settings.Where(setting => !string.IsNullOrWhiteSpace(setting.Value)).Take(1)
            .Select(setting => $"Teams:AppId is empty although Teams:{setting.Name} is set: copy the Microsoft App ID from the Azure Bot's Configuration page.");
    }

    private static IEnumerable<string> Faults(TeamsOptions options) =>
    [
        .. IdFaults(options),
        .. CredentialFaults(options),
        .. AddressFaults("Teams:OpenIdMetadataUrl", options.OpenIdMetadataUrl, "https://login.botframework.com/v1/.well-known/openidconfiguration"),
        .. AddressFaults("Teams:LoginBaseUrl", options.LoginBaseUrl, "https://login.microsoftonline.com"),
        .. CloudFaults(options),
        .. options.AllowedServiceUrlHosts.Where(host => !IsHost(host)).Select(host => $"Teams:AllowedServiceUrlHosts has \"{host}\", which is no host: write it bare, such as smba.trafficmanager.net, with a port where it is not the usual one."),
    ];

    private static IEnumerable<string> IdFaults(TeamsOptions options)
    {
        if (!IsId(options.AppId)) yield return "Teams:AppId is no app id, which looks like 00000000-0000-0000-0000-000000000000: copy the Microsoft App ID from the Azure Bot's Configuration page.";
        if (string.IsNullOrWhiteSpace(options.TenantId))
        {
            if (options.AppType != TeamsAppType.MultiTenant) yield return $"Teams:TenantId is empty although Teams:AppType is {options.AppType}: copy the App Tenant ID from the Azure Bot's Configuration page.";
        }
        else if (!(options.AppType == TeamsAppType.MultiTenant ? options.Tenants : [options.TenantId]).All(IsId))
        {
            yield return "Teams:TenantId is no tenant id, which looks like 00000000-0000-0000-0000-000000000000 (a domain name will not do): copy the App Tenant ID from the Azure Bot's Configuration page.";
        }
    }

    /// <summary>Microsoft's own simulator has tenants whose ids are a digit too long, so the letters are looked at, and not how many there are.</summary>
    private static bool IsId(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    private static IEnumerable<string> CredentialFaults(TeamsOptions options)
    {
        var (hasSecret, hasCertificate) = (!string.IsNullOrWhiteSpace(options.ClientSecret), !string.IsNullOrWhiteSpace(options.CertificatePath));
        if (hasSecret && hasCertificate) yield return "Teams:ClientSecret and Teams:CertificatePath are both set: keep the one that the app is to prove itself with.";
        if (options.AppType == TeamsAppType.UserAssignedMSI)
        {
            if (hasSecret || hasCertificate) yield return "Teams:ClientSecret or Teams:CertificatePath is set although Teams:AppType is UserAssignedMSI: a managed identity has neither.";
            yield break;
        }

        if (!hasSecret && !hasCertificate) yield return "Teams:ClientSecret is empty although Teams:AppId is set: without it (or Teams:CertificatePath, or a managed identity) nothing can be sent.";
        if (hasSecret && options.ClientSecret.Any(letter => letter is <= ' ' or >= '\x7f')) yield return "Teams:ClientSecret has a character in it that no secret has: copy it again, and the value rather than its id.";
        if (hasCertificate && !File.Exists(options.CertificatePath)) yield return "Teams:CertificatePath names a file that is not there.";
    }

    private static IEnumerable<string> CloudFaults(TeamsOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Issuer) || options.Issuer.Any(char.IsWhiteSpace)) yield return "Teams:Issuer must say who signs, such as https://api.botframework.com.";
        if (!options.Scope.EndsWith("/.default", StringComparison.Ordinal) || options.Scope.Any(char.IsWhiteSpace)) yield return "Teams:Scope must end with /.default, such as https://api.botframework.com/.default.";
    }

    private static IEnumerable<string> AddressFaults(string setting, string value, string example)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return $"{setting} must be an absolute https address, such as {example}.";
        }
        else if (address.Scheme == "http" && !address.IsLoopback)
        {
            yield return $"{setting} must begin with https: plain http is taken only for this machine.";
        }
        else if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            yield return $"{setting} must be a bare address, without a query, a fragment or a user name.";
        }
    }

    private static bool IsHost(string host) =>
        Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var address) && string.Equals(address.Host + (address.IsDefaultPort ? "" : ":" + address.Port), host, StringComparison.OrdinalIgnoreCase);
}
