using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PairingBot.MicrosoftGraph;

/// <summary>Refuses to start with a wrong or half configuration: one clear sentence for each fault. What is off is not looked at.</summary>
internal sealed class GraphOptionsValidator(IServiceProviderIsService registered) : IValidateOptions<GraphOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        if (!options.Enabled) return ValidateOptionsResult.Success;
        string[] faults = [.. BaseFaults(options.BaseUrl), .. ScopeFaults(options.Scope), .. IdFaults(options.ManifestId), .. ManyFaults(options), .. CredentialFaults()];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> BaseFaults(string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            yield return "Graph:BaseUrl must be an absolute https address, such as https://graph.microsoft.com/v1.0.";
        else if (address.Scheme == "http" && !address.IsLoopback)
            yield return "Graph:BaseUrl must begin with https: plain http is taken only for this machine.";
        else if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            yield return "Graph:BaseUrl must be a bare address, without a query, a fragment or a user name.";
    }

    private static IEnumerable<string> ScopeFaults(string scope)
    {
        if (!Uri.TryCreate(scope, UriKind.Absolute, out _) || !scope.EndsWith("/.default", StringComparison.Ordinal))
            yield return "Graph:Scope must be an address that ends with /.default, such as https://graph.microsoft.com/.default.";
    }

    private static IEnumerable<string> IdFaults(string manifest)
    {
        if (manifest.Length > 0 && !Guid.TryParse(manifest, out _)) yield return "Graph:ManifestId is not an id: copy it from the id of the app package's manifest.json.";
    }

    private static IEnumerable<string> ManyFaults(GraphOptions options)
    {
        if (options.IsForMany) yield return "Graph:Enabled is true although the bot serves several tenants: Graph is asked of one company only, so name one in Teams:TenantId, or leave Graph off.";
    }

    private IEnumerable<string> CredentialFaults()
    {
        if (!registered.IsService(typeof(TokenCredential)))
            yield return "Graph:Enabled is true, but there is nothing to get a token with: Graph uses the app of section Teams, so set Teams:AppId and its secret, certificate or identity.";
    }
}
