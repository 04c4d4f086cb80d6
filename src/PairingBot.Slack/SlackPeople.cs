using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;

namespace PairingBot.Slack;

/// <summary>
/// The people of a workspace by pages; of an organization that added the bot as a whole, workspace after workspace, because Slack lists people of one workspace at a time. Our cursor
/// then holds the workspaces still to come, and Slack's own cursor for the first of them.
/// </summary>
internal sealed class SlackPeople(SlackClient slack, SlackTokens tokens, IOptions<SlackOptions> options, ILogger<SlackPeople> log)
{
    public async Task<DirectoryResult<DirectoryPage>> ListAsync(InstallationKey installation, string? cursor, CancellationToken cancel)
    {
        if (!installation.IsOrganization) return await PageAsync(installation, installation.ExternalId, cursor, next => next, cancel);
        var place = OrganizationCursor.Read(cursor);
        if (place is null)
        {
            var (teams, fault) = await TeamsAsync(installation, cancel);
            if (fault is not null) return new(null, fault.Delivery());
            place = new OrganizationCursor(teams, null);
        }

        return place.Teams.Count == 0 ? new(new DirectoryPage([], null), null) : await PageAsync(installation, place.Teams[0], place.Within, place.Onward, cancel);
    }

    /// <summary>Somebody without an id is skipped: nobody could ever write to them.</summary>
    private async Task<DirectoryResult<DirectoryPage>> PageAsync(InstallationKey installation, string team, string? cursor, Func<string?, string?> onward, CancellationToken cancel)
    {
        var answer = await tokens.CallAsync(installation, token => slack.ListUsersAsync(token, team, cursor, cancel), cancel);
        if (answer.Fault is { } fault) return new(null, fault.Delivery());
        var members = answer.Value!.Members ?? [];
        List<DirectoryPerson> people = [.. members.Select(SlackDirectory.Read).Select(user => SlackDirectory.Person(user, team, installation.Organization, options.Value.Fields)).OfType<DirectoryPerson>()];
        if (people.Count < members.Count) log.PeopleUnreadable(installation.ExternalId, members.Count - people.Count);
        var next = answer.Value.ResponseMetadata?.NextCursor;
        return new(new DirectoryPage(people, onward(string.IsNullOrEmpty(next) ? null : next)), null);
    }

    private async Task<(IReadOnlyList<string> Teams, SlackFault? Fault)> TeamsAsync(InstallationKey installation, CancellationToken cancel)
    {
        List<string> teams = [];
        string? cursor = null;
        do
        {
            var answer = await tokens.CallAsync(installation, token => slack.ListTeamsAsync(token, cursor, cancel), cancel);
            if (answer.Fault is { } fault) return ([], fault);
            teams.AddRange((answer.Value!.Teams ?? []).Select(team => team?.Id).OfType<string>());
            cursor = answer.Value.ResponseMetadata?.NextCursor;
        }
        while (!string.IsNullOrEmpty(cursor));
        return (teams, null);
    }
}

/// <summary>"T1,T2|c": of T1 from Slack's cursor c on, then T2.</summary>
internal sealed record OrganizationCursor(IReadOnlyList<string> Teams, string? Within)
{
    public static OrganizationCursor? Read(string? cursor) =>
        cursor?.Split('|', 2) is [var teams, var within] ? new OrganizationCursor(teams.Split(','), within.Length > 0 ? within : null) : null;

    public string? Onward(string? next)
    {
        if (next is not null) return (this with { Within = next }).ToString();
        return Teams.Count > 1 ? new OrganizationCursor([.. Teams.Skip(1)], null).ToString() : null;
    }

    public override string ToString() => $"{string.Join(',', Teams)}|{Within}";
}
