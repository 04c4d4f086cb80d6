using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Connector;
using PairingBot.Teams.Wording;

namespace PairingBot.Teams.Reaching;

/// <summary>Opens a conversation: with one person alone, or a chat of several people and the bot, which only the company's directory can make; without it, each is written to alone and gets a link that opens their chat with the others.</summary>
internal sealed class Openings(ReachingTools tools, PersonalChats personal, ILogger<Openings> log)
{
    private const string WhereChatsOpen = "https://teams.microsoft.com/l/chat/0/0";

    public Task<DeliveryResult> OpenAsync(InstallationKey installation, IReadOnlyList<string> people, CancellationToken cancel) =>
        people.Count == 1 ? personal.OpenAsync(installation, people[0], cancel) : OpenSharedAsync(installation, people, cancel);

    private async Task<DeliveryResult> OpenSharedAsync(InstallationKey installation, IReadOnlyList<string> people, CancellationToken cancel)
    {
        if (!tools.Company.IsOn) return KeptApart(installation, people, "not-set-up", null);
        var made = await tools.Company.CreateAsync(installation, people, TeamsTexts.Plain("chats.topic"), cancel);
        return made switch
        {
            Gone { Scope: GoneScope.Permission, Reason: var missing } => KeptApart(installation, people, missing, missing),
            Uncertain { Reason: var lost } => KeptApart(installation, people, lost, null), // a chat may be there; making it again would make another
            _ => made,
        };
    }

    private Apart KeptApart(InstallationKey installation, IReadOnlyList<string> people, string reason, string? missing)
    {
        log.KeptApart(reason);
        return new Apart(cancel => LinksAsync(installation, people, cancel), missing);
    }

    private async Task<IReadOnlyDictionary<string, Uri>> LinksAsync(InstallationKey installation, IReadOnlyList<string> people, CancellationToken cancel)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            if (await AddressAsync(installation, person, cancel) is { } address) addresses[person] = address;
        }

        var links = people.Select(person => (person, Link: Link([.. people.Where(other => other != person).Select(addresses.GetValueOrDefault)]))).Where(each => each.Link is not null);
        return links.ToDictionary(each => each.person, each => each.Link!, StringComparer.Ordinal);
    }

    /// <summary>By what the person writes under (a user principal name), which the platform tells of members of a conversation only.</summary>
    private async Task<string?> AddressAsync(InstallationKey installation, string person, CancellationToken cancel)
    {
        if (await personal.OpenAsync(installation, person, cancel) is not Delivered { Id: var conversation })
        {
            log.NoAddress(person, "no-conversation");
            return null;
        }

        var (answer, _) = await tools.Whereabouts.CallAsync(installation, conversation, address => tools.Connector.MemberAsync(address, conversation, person, cancel), cancel);
        var known = answer.Text("userPrincipalName") ?? answer.Text("email");
        if (known is null) log.NoAddress(person, answer.Fault?.Error ?? "not-told");
        return known;
    }

    /// <summary>Null unless all of the others are known: a chat without one of them is not the one that is meant.</summary>
    private static Uri? Link(IReadOnlyList<string?> others) => others.Count == 0 || others.Any(other => other is null)
        ? null
        : new Uri($"{WhereChatsOpen}?users={string.Join(',', others.Select(other => Uri.EscapeDataString(other!)))}&message={Uri.EscapeDataString(TeamsTexts.Plain("chats.first-line"))}");
}
