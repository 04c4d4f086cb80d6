using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Activities;

/// <summary>What Microsoft sends for everything that happens: a view of its JSON, in which anything may be missing. <paramref name="Body"/> is that JSON as it came.</summary>
internal sealed record Activity(string Body, JsonElement Root)
{
    /// <summary>The channel that Teams is.</summary>
    public const string Teams = "msteams";

    private const string BotPrefix = "28:", BetweenPeople = "@unq.gbl.spaces";

    private const int LongestId = 600;

    public string? Type => Root.Text("type");

    public string? Id => Root.Text("id");

    public string? Name => Root.Text("name");

    public string? Action => Root.Text("action");

    public string? Channel => Root.Text("channelId");

    public string? ServiceAddress => Root.Text("serviceUrl");

    /// <summary>The message that it is about: the card whose button was pressed.</summary>
    public string? ReplyTo => Root.Text("replyToId");

    public JsonElement Value => Root.Part("value");

    public string? Conversation => Root.Part("conversation").Text("id");

    /// <summary>Whether it is the chat that one person has with the bot alone. A command may be called in a chat of two people, too, which goes by the same name.</summary>
    public bool IsPersonal => Conversation?.Contains(BetweenPeople, StringComparison.Ordinal) != true && IsNamedPersonal;

    private bool IsNamedPersonal => Root.Part("conversation").Text("conversationType") is { } type ? type == "personal" : Conversation?.StartsWith("a:", StringComparison.Ordinal) == true;

    /// <summary>The platform's own id of who acts, which differs from bot to bot.</summary>
    public string? Actor => Root.Part("from").Text("id");

    public string? Bot => Root.Part("recipient").Text("id");

    /// <summary>A command that nobody else in the conversation sees.</summary>
    public bool IsTargeted => Root.Part("recipient").IsTrue("isTargeted");

    public bool IsFromBot => Root.Part("from").Text("role") is "bot" or "skill" || IsBot(Actor);

    /// <summary>Who acts, as the directory names them; by the platform's own id where it does not.</summary>
    public string? Person => IsFromBot ? null : Root.Part("from").Text("aadObjectId") ?? Actor;

    public string? Tenant => ConversationTenant ?? DataTenant;

    public bool TenantsAgree => ConversationTenant is null || DataTenant is null || string.Equals(ConversationTenant, DataTenant, StringComparison.OrdinalIgnoreCase);

    public InstallationKey? Installation => Tenant is { } tenant ? new InstallationKey(TeamsPlatform.PlatformKey, tenant.ToLowerInvariant()) : null;

    /// <summary>Guests have an account in the tenant; whoever comes through a shared channel has not, and only their own tenant's name tells.</summary>
    public bool IsStranger => Root.Part("from").Text("tenantId") is { } home && Tenant is { } tenant && !string.Equals(home, tenant, StringComparison.OrdinalIgnoreCase);

    /// <summary>The team that it happened in or to; null in a chat.</summary>
    public string? Team => Root.Part("channelData").Part("team").Text("id");

    /// <summary>What a change of a team or its channels is, beside who came or went.</summary>
    public string? EventType => Root.Part("channelData").Text("eventType");

    /// <summary>When it happened, by Microsoft's clock.</summary>
    public DateTimeOffset? At => DateTimeOffset.TryParse(Root.Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    /// <summary>Whether it was called from where the bot need not be: such a place is not kept.</summary>
    public bool IsFromElsewhere => Name?.StartsWith("composeExtension/", StringComparison.Ordinal) == true && !IsPersonal;

    /// <summary>Unique among everything that Microsoft delivers; the same when it delivers it again. Null when it has no id to go by.</summary>
    public string? DeliveryId => Conversation is { } conversation && Id is { } id ? Short(conversation + "|" + id) : null;

    /// <summary>The zone stands in one of two places, as an IANA id.</summary>
    private SenderFacts Facts => new(
        Root.Part("from").Text("name"),
        Root.Text("localTimezone") ?? Root.Items("entities").Where(entity => entity.Text("type") == "clientInfo").Select(info => info.Text("timezone")).FirstOrDefault(zone => zone is not null),
        Root.Text("locale"));

    private string? ConversationTenant => Root.Part("conversation").Text("tenantId");

    private string? DataTenant => Root.Part("channelData").Part("tenant").Text("id");

    /// <summary>Null for what is no activity.</summary>
    public static Activity? Read(string body) => Lenient.Object(body) is { } root ? new Activity(body, root) : null;

    /// <summary>Null when nobody, or no tenant, is named.</summary>
    public ChatRequest? Request(Intent intent, ChatPlace place) =>
        Installation is { } home && Person is { } person ? new ChatRequest(home, new ChatSender(person, IsStranger) { Facts = Facts }, intent, place) : null;

    /// <summary>The same request, with where its answer may go beside the response, and so that a second delivery of it has no effect. As it was where there is nowhere.</summary>
    public ChatRequest Answerable(ChatRequest request) => ServiceAddress is { } address && Conversation is { } conversation && Actor is { } actor
        ? request with { ReplyHandle = (new PressHandle(address, conversation, ReplyTo, actor, IsPersonal) { Tenant = request.Installation.ExternalId }).ToString(), DeliveryId = DeliveryId }
        : request;

    public bool IsUs(JsonElement account) => account.Text("id") is { } id && Bot is { } bot && string.Equals(Bare(id), Bare(bot), StringComparison.OrdinalIgnoreCase);

    /// <summary>The people among these accounts, as the directory names them.</summary>
    public IReadOnlyList<string> People(string list) => [.. Root.Items(list).Where(account => !IsUs(account) && !IsBot(account.Text("id"))).Select(account => account.Text("aadObjectId") ?? account.Text("id")).OfType<string>()];

    private static bool IsBot(string? id) => id?.StartsWith(BotPrefix, StringComparison.Ordinal) == true;

    /// <summary>No index of a database takes an id of any length.</summary>
    private static string Short(string id) => id.Length <= LongestId ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static string Bare(string id) => IsBot(id) ? id[BotPrefix.Length..] : id;
}
