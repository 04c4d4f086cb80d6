using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace PairingBot.MicrosoftTown;

/// <summary>
/// Everything that the town knows, in memory: the bot's registration, people, conversations, and what was called. Whoever reads or changes it holds <see cref="Gate"/>.
/// Settings by command line: --bot (where activities go), --app-id, --app-secret, --tenant, --issuer, --scope.
/// </summary>
internal sealed class Town(IConfiguration settings, IServer server)
{
    private int made;

    public Lock Gate { get; } = new();

    public string AppId { get; } = settings["app-id"] ?? "00000000-0000-4000-8000-00000000b071";

    public string AppSecret { get; } = settings["app-secret"] ?? "town-secret";

    public string Tenant { get; } = settings["tenant"] ?? "00000000-0000-4000-8000-0000000007e2";

    public string Issuer { get; } = settings["issuer"] ?? "https://api.botframework.com";

    public string Scope { get; } = settings["scope"] ?? "https://api.botframework.com/.default";

    /// <summary>Where the bot listens, with its path; null while nobody has said.</summary>
    public string? Bot { get; set; } = settings["bot"];

    /// <summary>Whether the documented rates are held.</summary>
    public bool HoldsRates { get; set; }

    public string BotId => "28:" + AppId;

    public List<Townsman> People { get; } = [];

    public Dictionary<string, Conversation> Conversations { get; } = new(StringComparer.Ordinal);

    public List<Call> Calls { get; } = [];

    public List<Fault> Faults { get; } = [];

    /// <summary>Where this process listens, without a slash at its end.</summary>
    public string Address => server.Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');

    public string ServiceUrl(string region) => $"{Address}/{region}/";

    /// <summary>Ids in the order of time, as the connector's own are.</summary>
    public string NextId() => (1_700_000_000_000 + Interlocked.Increment(ref made)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>By directory id, by the bot's own id of them, or by user principal name.</summary>
    public Townsman? Find(string? id) => People.FirstOrDefault(person => id is not null
        && (person.AadId == id || person.Id == id || string.Equals(person.Upn, id, StringComparison.OrdinalIgnoreCase)));

    public Townsman Add(Townsman person)
    {
        People.Add(person);
        return person;
    }

    /// <summary>The one conversation that the bot has with this person alone.</summary>
    public Conversation Personal(Townsman person)
    {
        var id = "a:1" + person.Id["29:".Length..];
        if (!Conversations.TryGetValue(id, out var known)) Conversations[id] = known = new Conversation(id, "personal", [person], null);
        return known;
    }

    /// <summary>A chat of several. <paramref name="hasBot"/>: whether the app is in it.</summary>
    public Conversation OpenChat(string? topic, IEnumerable<Townsman> people, bool hasBot)
    {
        var chat = new Conversation($"19:{Guid.NewGuid():N}@thread.v2", "groupChat", [.. people], topic) { HasBot = hasBot };
        return Conversations[chat.Id] = chat;
    }

    /// <summary>A team with its first channel, whose id is also the team's.</summary>
    public Conversation OpenTeam(string name, IEnumerable<Townsman> people, bool hasBot) =>
        Keep(new Conversation($"19:{Guid.NewGuid():N}@thread.tacv2", "channel", [.. people], name) { HasBot = hasBot });

    public Conversation OpenChannel(Conversation team, string name) => Keep(new Conversation($"19:{Guid.NewGuid():N}@thread.tacv2", "channel", team.Members, name) { HasBot = team.HasBot, Team = team.Id });

    /// <summary>The first channel and the others.</summary>
    public IEnumerable<Conversation> ChannelsOf(Conversation team) => Conversations.Values.Where(each => each.Id == team.Id || each.Team == team.Id);

    private Conversation Keep(Conversation made) => Conversations[made.Id] = made;
}

/// <summary>Somebody who lives here. <paramref name="Id"/> is what this bot knows them by (29:…); another bot would know them by another.</summary>
internal sealed record Townsman(string AadId, string Id, string Name, string Upn)
{
    /// <summary>Where their conversations are served.</summary>
    public string Region { get; set; } = "amer";

    public bool HasApp { get; set; }

    public bool Blocks { get; set; }

    /// <summary>The card that lies open before them as a dialog, and how it was opened.</summary>
    public OpenDialog? Dialog { get; set; }
}

/// <param name="Command">The message extension's command that opened it; null when a button did.</param>
internal sealed record OpenDialog(JsonObject Card, string Conversation, string? Command);

internal sealed record Conversation(string Id, string Type, List<Townsman> Members, string? Topic)
{
    public bool HasBot { get; set; }

    /// <summary>Of a channel that is not the first of its team.</summary>
    public string? Team { get; init; }

    public List<Posted> Activities { get; } = [];

    public bool IsPersonal => Type == "personal";
}

/// <summary>What lies in a conversation. <paramref name="Reader"/>: the one person who sees it, when it was sent to them alone.</summary>
internal sealed record Posted(string Id, string From, string? Reader)
{
    public required JsonObject Body { get; set; }

    public int Edits { get; set; }

    public bool IsDeleted { get; set; }

    /// <summary>Cards that stand in place of the posted one for one person: the answer to their press.</summary>
    public Dictionary<string, JsonObject> Own { get; } = new(StringComparer.Ordinal);
}

/// <summary>A call that was made: to the connector, for a token, or by the town to the bot.</summary>
internal sealed record Call(string Kind, string Method, string Path, string? Body, int Status, string? Answer);
