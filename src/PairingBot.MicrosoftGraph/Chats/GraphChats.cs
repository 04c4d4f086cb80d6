using Microsoft.Extensions.Logging;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.MicrosoftGraph.Wire;

namespace PairingBot.MicrosoftGraph.Chats;

/// <summary>Chats of several people with the bot in them, and the bot for people who have not added it.</summary>
internal sealed class GraphChats(GraphClient graph, AppCatalog catalog, ILogger<GraphChats> log) : ICompanyChats
{
    /// <summary>A topic may have no more letters, and none of these.</summary>
    private const int LongestTopic = 250;

    public bool IsOn => graph.IsOn;

    /// <summary>The app is looked for first, so that no chat is made into which the bot could not come. One that was made and stays without it is left: its people may be writing already.</summary>
    public async Task<DeliveryResult> CreateAsync(InstallationKey installation, IReadOnlyList<string> people, string topic, CancellationToken cancel)
    {
        var (app, failure) = await catalog.FindAsync(cancel);
        if (app is null) return failure!;
        var chat = new NewChat("group", Clean(topic), [.. people.Select(person => new NewMember("#microsoft.graph.aadUserConversationMember", ["owner"], graph.AddressOf($"/users('{Uri.EscapeDataString(person)}')")))]);
        var made = (await graph.CallAsync(GraphPermissions.CreateChat, GraphPermissions.CreateChat.Of(), chat, GraphJson.Default.NewChat, cancel)).Delivery();
        if (made is not Delivered { Id: var id }) return made;

        var method = GraphPermissions.AddToChat;
        var added = await graph.CallAsync(method, method.Of(id), new NewAppInstallation(app), GraphJson.Default.NewAppInstallation, cancel);
        if (added.Fault is null or { Status: 409 }) return made;
        var result = Installed(added.Fault);
        log.ChatWithoutBot(id, result);
        return new Gone(GoneScope.Permission, result is Gone { Scope: GoneScope.Permission, Reason: var reason } ? reason : method.Permission);
    }

    public async Task<DeliveryResult> AddForAsync(InstallationKey installation, string person, CancellationToken cancel)
    {
        var (app, failure) = await catalog.FindAsync(cancel);
        if (app is null) return failure!;
        var method = GraphPermissions.AddForPerson;
        var added = await graph.CallAsync(method, method.Of(person), new NewAppInstallation(app), GraphJson.Default.NewAppInstallation, cancel);
        if (added.Fault is null) return new Delivered(person);
        if (added.Fault.Status != 409) return Installed(added.Fault);
        log.PersonHasBot(person);
        return new Delivered(person);
    }

    private DeliveryResult Installed(GraphFault fault)
    {
        if (fault.IsBlockedByPolicy) return new Gone(GoneScope.Person, Reach.BlockedByPolicy);
        if (fault.Status is 400 or 404) catalog.Forget(); // it may be the app that is not there
        return fault.Delivery();
    }

    private static string Clean(string topic)
    {
        var clean = new string([.. topic.Where(letter => letter != ':' && !char.IsControl(letter))]).Trim();
        return clean.Length <= LongestTopic ? clean : clean[..(char.IsHighSurrogate(clean[LongestTopic - 1]) ? LongestTopic - 1 : LongestTopic)];
    }
}
