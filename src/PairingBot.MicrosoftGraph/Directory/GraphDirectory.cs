using System.Text.Json;
using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.MicrosoftGraph.Wire;

namespace PairingBot.MicrosoftGraph.Directory;

/// <summary>
/// The people of the company by pages. Guests and accounts that were switched off are listed, too, as what they are: whoever leaves would else stay a colleague for ever. Zones are not in
/// it: Graph tells them of one mailbox at a time only.
/// </summary>
internal sealed class GraphDirectory(GraphClient graph, ILogger<GraphDirectory> log) : ICompanyDirectory
{
    private const string First = "?$select=id,displayName,mail,userPrincipalName,jobTitle,department,employeeHireDate,accountEnabled,userType,preferredLanguage&$expand=manager($select=id)&$top=999";

    public bool IsOn => graph.IsOn;

    /// <summary>The cursor is Graph's own link to the next page, and may have been stored since.</summary>
    public async Task<DirectoryResult<DirectoryPage>> ListPeopleAsync(InstallationKey installation, string? cursor, CancellationToken cancel)
    {
        var method = GraphPermissions.ListPeople;
        var answer = cursor is null ? await graph.CallAsync(method, method.Of() + First, cancel) : await graph.FollowAsync(method, cursor, cancel);
        if (answer.Fault is { } fault) return new(null, fault.Delivery());
        if (answer.Body.Part("value") is not { ValueKind: JsonValueKind.Array }) return new(null, new Unavailable("answer-without-list")); // never a company of nobody
        var next = answer.Body.Text("@odata.nextLink");
        if (next is not null && !graph.IsOurs(next))
        {
            log.NextPageElsewhere();
            return new(null, new Unavailable("link-elsewhere"));
        }

        List<DirectoryPerson> people = [];
        foreach (var listed in answer.Body.Items("value"))
        {
            if (ListedPerson.Read(listed) is { } person) people.Add(person);
            else log.PersonWithoutId();
        }

        return new(new DirectoryPage(people, next), null);
    }
}
