using PairingBot.Domain.Chat;

namespace PairingBot.MicrosoftGraph;

/// <summary>Every call of ours, and the application permission that a company consents to for it. A test holds the table to Microsoft's own.</summary>
internal static class GraphPermissions
{
    public static GraphMethod ListPeople { get; } = new(HttpMethod.Get, "/users", "User.Read.All") { MayRepeat = true }; // names alone would need less; department, title and start date need this

    public static GraphMethod FindPerson { get; } = new(HttpMethod.Get, "/users/{id}", "User.Read.All") { MayRepeat = true, Missing = GoneScope.Person };

    public static GraphMethod FindApp { get; } = new(HttpMethod.Get, "/appCatalogs/teamsApps", "AppCatalog.Read.All") { MayRepeat = true };

    public static GraphMethod CreateChat { get; } = new(HttpMethod.Post, "/chats", "Chat.Create") { Missing = GoneScope.Person };

    public static GraphMethod AddToChat { get; } = new(HttpMethod.Post, "/chats/{id}/installedApps", "TeamsAppInstallation.ReadWriteSelfForChat.All") { MayRepeat = true, Missing = GoneScope.Place };

    public static GraphMethod AddForPerson { get; } = new(HttpMethod.Post, "/users/{id}/teamwork/installedApps", "TeamsAppInstallation.ReadWriteSelfForUser.All") { MayRepeat = true, Missing = GoneScope.Person };

    public static GraphMethod ReadCalendars { get; } = new(HttpMethod.Post, "/users/{id}/calendar/getSchedule", "Calendars.ReadBasic") { MayRepeat = true, IsOutlook = true, Missing = GoneScope.Person };

    public static GraphMethod ReadMailbox { get; } = new(HttpMethod.Get, "/users/{id}/mailboxSettings", "MailboxSettings.Read") { MayRepeat = true, IsOutlook = true, Missing = GoneScope.Person };

    /// <summary>May be repeated because each event has a transaction id.</summary>
    public static GraphMethod Book { get; } = new(HttpMethod.Post, "/users/{id}/events", "Calendars.ReadWrite") { MayRepeat = true, IsOutlook = true, Missing = GoneScope.Person };

    public static GraphMethod Move { get; } = new(HttpMethod.Patch, "/users/{id}/events/{id}", "Calendars.ReadWrite") { MayRepeat = true, IsOutlook = true };

    public static GraphMethod Cancel { get; } = new(HttpMethod.Delete, "/users/{id}/events/{id}", "Calendars.ReadWrite") { MayRepeat = true, IsOutlook = true };

    public static IReadOnlyList<GraphMethod> All { get; } = [ListPeople, FindPerson, FindApp, CreateChat, AddToChat, AddForPerson, ReadCalendars, ReadMailbox, Book, Move, Cancel];
}

/// <summary>A call as Microsoft's pages spell it.</summary>
/// <param name="Verb">How.</param>
/// <param name="Path">Below the root, with {id} for each id.</param>
/// <param name="Permission">What it needs.</param>
internal sealed record GraphMethod(HttpMethod Verb, string Path, string Permission)
{
    /// <summary>Outlook takes four requests of an app at a time.</summary>
    public bool IsOutlook { get; init; }

    /// <summary>A second one does no harm, so an answer that was lost is only a delay.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>What is not there when Graph says 404.</summary>
    public GoneScope Missing { get; init; } = GoneScope.Message;

    /// <summary>The address below the root, with these ids in their places.</summary>
    public string Of(params ReadOnlySpan<string> ids)
    {
        var address = Path;
        foreach (var id in ids)
        {
            var place = address.IndexOf("{id}", StringComparison.Ordinal);
            address = address[..place] + Uri.EscapeDataString(id) + address[(place + 4)..];
        }

        return address;
    }

    public override string ToString() => $"{Verb} {Path}";
}
