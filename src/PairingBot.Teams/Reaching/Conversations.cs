using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Connector;

namespace PairingBot.Teams.Reaching;

/// <summary>Writes into conversations that are there, wherever they are served; one that is gone is forgotten.</summary>
internal sealed class Conversations(ReachingTools tools, Channels channels)
{
    public async Task<DeliveryResult> PostAsync(InstallationKey installation, string conversation, JsonObject activity, CancellationToken cancel) => Channels.IsOne(conversation)
        ? await channels.PostAsync(installation, conversation, activity, cancel)
        : (await CallAsync(installation, conversation, address => tools.Connector.TryPostAsync(address, conversation, activity, cancel), cancel)).Posted();

    public async Task<DeliveryResult> UpdateAsync(InstallationKey installation, string conversation, string messageId, JsonObject activity, CancellationToken cancel) =>
        (await CallAsync(installation, conversation, address => tools.Connector.TryUpdateAsync(address, conversation, messageId, activity, cancel), cancel)).Updated(messageId);

    public Task<DirectoryResult<ListedChannels>> ListChannelsAsync(InstallationKey installation, string team, CancellationToken cancel) => channels.ListAsync(installation, team, cancel);

    private async Task<ConnectorAnswer> CallAsync(InstallationKey installation, string conversation, Func<string, Task<ConnectorAnswer>> call, CancellationToken cancel)
    {
        var (answer, _) = await tools.Whereabouts.CallAsync(installation, conversation, call, cancel);
        if (answer.Fault is { Class: ConnectorErrorClass.Place }) await tools.Book.ForgetAsync(installation, conversation, cancel);
        return answer;
    }
}
