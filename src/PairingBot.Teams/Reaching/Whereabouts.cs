using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Connector;

namespace PairingBot.Teams.Reaching;

/// <summary>
/// Makes a call where a conversation is served. People's conversations move between regions, and are then forbidden at the old address until something comes in from the new one; so a call that is
/// forbidden without a reason that we know (nothing was done then) is made at the other addresses that there are. What worked is not remembered: the next activity says for certain.
/// </summary>
internal sealed class Whereabouts(IReferenceBook book, IOptions<TeamsOptions> options, ILogger<Whereabouts> log)
{
    /// <param name="installation">Whose.</param>
    /// <param name="conversation">Null for one that is not there yet.</param>
    /// <param name="call">At an address.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <returns>The answer of the address that did not turn us away, or of the last one; and that address.</returns>
    public async Task<(ConnectorAnswer Answer, string Address)> CallAsync(InstallationKey installation, string? conversation, Func<string, Task<ConnectorAnswer>> call, CancellationToken cancel)
    {
        var first = await book.ServiceAddressAsync(installation, conversation, cancel) ?? OfCloud(Hosts[0]);
        var answer = await call(first);
        if (answer.Fault is not { Class: ConnectorErrorClass.OtherRegion or ConnectorErrorClass.OtherCloud } turnedAway) return (answer, first);
        var newest = turnedAway.Class == ConnectorErrorClass.OtherRegion ? await book.ServiceAddressAsync(installation, null, cancel) : null;
        foreach (var other in Others(turnedAway, newest).Where(each => !IsSame(each, first)))
        {
            log.TriedElsewhere(turnedAway.Error);
            var again = await call(other);
            if (again.Fault is not { Class: ConnectorErrorClass.OtherRegion or ConnectorErrorClass.OtherCloud }) return (again, other);
        }

        return (answer, first);
    }

    private IReadOnlyList<string> Hosts => options.Value.AllowedServiceUrlHosts.Count > 0 ? [.. options.Value.AllowedServiceUrlHosts] : TeamsOptions.MicrosoftHosts;

    /// <summary>Within a cloud: where the newest activity came from, and the address for all regions. Across clouds: the next one's, which for the public cloud is the government's community cloud.</summary>
    private IEnumerable<string> Others(ConnectorFault turnedAway, string? newest)
    {
        if (turnedAway.Class == ConnectorErrorClass.OtherCloud) return Hosts.Skip(1).Take(1).Select(OfCloud);
        return newest is null || IsSame(newest, OfCloud(Hosts[0])) ? [OfCloud(Hosts[0])] : [newest, OfCloud(Hosts[0])];
    }

    /// <summary>The address for all regions of a cloud. A stand-in on this machine has no certificate.</summary>
    private static string OfCloud(string host)
    {
        var address = new Uri($"https://{host}/teams/");
        return address.IsLoopback ? $"http://{host}/teams/" : address.ToString();
    }

    private static bool IsSame(string one, string other) => string.Equals(one.TrimEnd('/'), other.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
