using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Connector;

namespace PairingBot.Teams.Reaching;

/// <summary>Writes into conversations that are there, wherever they are served; one that is gone is forgotten.</summary>
internal sealed class Conversations(ReachingTools tools)
{
    public async Task<DeliveryResult> PostAsync(InstallationKey installation, string conversation, JsonObject activity, CancellationToken cancel) =>
        (await CallAsync(installation, conversation, address => tools.Connector.TryPostAsync(address, conversation, activity, cancel), cancel)).Posted();

    public async Task<DeliveryResult> UpdateAsync(InstallationKey installation, string conversation, string messageId, JsonObject activity, CancellationToken cancel) =>
        (await CallAsync(installation, conversation, address => tools.Connector.TryUpdateAsync(address, conversation, messageId, activity, cancel), cancel)).Updated(messageId);

    private async Task<ConnectorAnswer> CallAsync(InstallationKey installation, string conversation, Func<string, Task<ConnectorAnswer>> call, CancellationToken cancel)
    {
        var (answer, _) = await tools.Whereabouts.CallAsync(installation, conversation, call, cancel);
        if (answer.Fault is { Class: ConnectorErrorClass.Place }) await tools.Book.ForgetAsync(installation, conversation, cancel);
        return answer;
    }
}
