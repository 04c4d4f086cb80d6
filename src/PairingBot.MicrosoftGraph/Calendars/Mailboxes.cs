using System.Collections.Concurrent;
using PairingBot.Domain.Chat;
using PairingBot.MicrosoftGraph.Wire;

namespace PairingBot.MicrosoftGraph.Calendars;

/// <summary>The e-mail addresses by which Outlook knows people. Whoever is named by an id is looked up once, and kept while this host runs: an address seldom changes, and the old one goes on working.</summary>
internal sealed class Mailboxes(GraphClient graph)
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>The address of each, by the name that was given; whoever has none is missing. Or why it could not be found out.</returns>
    public async Task<(Dictionary<string, string> Addresses, DeliveryResult? Failure)> FindAsync(IReadOnlyList<string> people, CancellationToken cancel)
    {
        Dictionary<string, string> addresses = new(StringComparer.OrdinalIgnoreCase);
        foreach (var person in people)
        {
            var (address, failure) = await FindAsync(person, cancel);
            if (failure is not null and not Gone { Scope: GoneScope.Person }) return (addresses, failure);
            if (address is not null) addresses[person] = address;
        }

        return (addresses, null);
    }

    private async Task<(string? Address, DeliveryResult? Failure)> FindAsync(string person, CancellationToken cancel)
    {
        if (person.Contains('@', StringComparison.Ordinal)) return (person, null);
        if (known.TryGetValue(person, out var kept)) return (kept, null);
        var method = GraphPermissions.FindPerson;
        var answer = await graph.CallAsync(method, method.Of(person) + "?$select=mail,userPrincipalName", cancel);
        if (answer.Fault is { } fault) return (null, fault.Delivery());
        return (answer.Body.Text("mail") ?? answer.Body.Text("userPrincipalName")) is { } address ? (known[person] = address, null) : (null, null);
    }
}
