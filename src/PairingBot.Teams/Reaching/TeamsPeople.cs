using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Connector;

namespace PairingBot.Teams.Reaching;

/// <summary>Who we are, and who is in the company.</summary>
internal sealed class TeamsPeople(ConnectorClient connector, ICompanyDirectory company, IOptions<TeamsOptions> options)
{
    /// <summary>Whether the bot serves several tenants, each apart from the others.</summary>
    public bool AreOfMany => options.Value.ServesMany;

    /// <summary>The tenant of this installation, else the one that is configured. Nobody tells its name without Graph; that our credentials hold is asked for, because the host takes an answer to mean so.</summary>
    public async Task<DirectoryResult<DirectoryWorkspace>> IdentifyAsync(InstallationKey? installation, CancellationToken cancel)
    {
        if (await connector.CheckAsync(cancel) is { } fault) return new(null, fault.Delivery());
        var tenant = installation?.ExternalId ?? options.Value.TenantId.ToLowerInvariant(); // as activities name it, whoever typed it
        return new(new DirectoryWorkspace(new InstallationKey(TeamsPlatform.PlatformKey, tenant), tenant, "28:" + options.Value.AppId), null);
    }

    /// <summary>Without the company's consent nobody lists its people: whoever writes to the bot is known from then on.</summary>
    public Task<DirectoryResult<DirectoryPage>> ListAsync(InstallationKey installation, string? cursor, CancellationToken cancel) =>
        company.IsOn ? company.ListPeopleAsync(installation, cursor, cancel) : Task.FromResult(new DirectoryResult<DirectoryPage>(new DirectoryPage([], null), null));
}
