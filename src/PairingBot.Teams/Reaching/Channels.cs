using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Wording;

namespace PairingBot.Teams.Reaching;

/// <summary>The channels of teams: which there are, and threads that are begun in them. A message in a channel is changed like any other.</summary>
internal sealed class Channels(ReachingTools tools, IOptions<TeamsOptions> options)
{
    private static readonly string[] Marks = ["@thread.tacv2", "@thread.skype"];

    /// <summary>Whether this names a channel as a whole, and no thread or chat.</summary>
    public static bool IsOne(string conversation) => Array.Exists(Marks, mark => conversation.EndsWith(mark, StringComparison.OrdinalIgnoreCase));

    public async Task<DeliveryResult> PostAsync(InstallationKey installation, string channel, JsonObject activity, CancellationToken cancel)
    {
        var (answer, _) = await tools.Whereabouts.CallAsync(installation, channel, address => tools.Connector.TryPostToChannelAsync(address, "28:" + options.Value.AppId, installation.ExternalId, channel, (JsonObject)activity.DeepClone(), cancel), cancel);
        if (answer.Fault is { } fault) return OfChannel(fault.Delivery());
        return (answer.Text("activityId") ?? answer.Text("id")) is { } id ? new Delivered(id) : new Uncertain("answer-without-id");
    }

    public async Task<DirectoryResult<ListedChannels>> ListAsync(InstallationKey installation, string team, CancellationToken cancel)
    {
        var (named, _) = await tools.Whereabouts.CallAsync(installation, team, address => tools.Connector.TeamAsync(address, team, cancel), cancel);
        if (named.Fault is { } unknown) return new(null, OfChannel(unknown.Delivery()));
        var (listed, _) = await tools.Whereabouts.CallAsync(installation, team, address => tools.Connector.ChannelsAsync(address, team, cancel), cancel);
        if (listed.Fault is { } fault) return new(null, OfChannel(fault.Delivery()));
        if (listed.Body.Part("conversations").ValueKind != JsonValueKind.Array) return new(null, new Unavailable("answer-without-list"));
        var channels = listed.Body.Items("conversations").Where(channel => channel.Text("id") is not null).Select(channel => new KnownChannel(channel.Text("id")!, channel.Text("name") ?? TeamsTexts.Plain("channels.general")));
        return new(new ListedChannels(named.Text("name"), [.. channels]), null);
    }

    /// <summary>Nobody is out of reach because the bot is not in a team.</summary>
    private static DeliveryResult OfChannel(DeliveryResult result) => result switch
    {
        Gone { Scope: GoneScope.Place } or Gone { Reason: Domain.People.Reach.NotInstalled } => new Gone(GoneScope.Place, ChannelWords.OutOfGroup),
        Gone { Scope: GoneScope.Person } gone => gone with { Scope = GoneScope.Place },
        _ => result,
    };
}
