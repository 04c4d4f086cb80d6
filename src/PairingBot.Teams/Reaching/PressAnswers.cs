using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Connector;

namespace PairingBot.Teams.Reaching;

/// <summary>
/// Answers a press where it happened: in place of the message with the button, or as a message for the presser. In a chat of several only they see it; where that is refused (older clients and some
/// clouds do not know such messages), it goes to the presser alone.
/// </summary>
internal sealed class PressAnswers(ConnectorClient connector, IOptions<TeamsOptions> options, ILogger<PressAnswers> log)
{
    public async Task<DeliveryResult> AnswerAsync(string replyHandle, JsonObject activity, bool replace, CancellationToken cancel)
    {
        if (PressHandle.Read(replyHandle) is not { } handle)
        {
            log.HandleUnreadable();
            return new Gone(GoneScope.Message, "handle-unreadable");
        }

        if (replace && handle.Card is { } card) return await connector.UpdateAsync(handle.ServiceAddress, handle.Conversation, card, activity, cancel);
        if (handle.IsPersonal) return await connector.PostAsync(handle.ServiceAddress, handle.Conversation, activity, cancel);
        var targeted = await connector.PostToOneAsync(handle.ServiceAddress, handle.Conversation, handle.Presser, activity, cancel);
        return targeted is Gone { Scope: GoneScope.Message or GoneScope.Place or GoneScope.Person, Reason: var reason } ? await AloneAsync(handle, activity, reason, cancel) : targeted;
    }

    private async Task<DeliveryResult> AloneAsync(PressHandle handle, JsonObject activity, string reason, CancellationToken cancel)
    {
        log.AnsweredAlone(reason);
        var opened = await connector.OpenAsync(handle.ServiceAddress, "28:" + options.Value.AppId, handle.Tenant ?? options.Value.TenantId, handle.Presser, cancel);
        if (opened.Fault is { } fault) return fault.Delivery();
        return opened.Text("id") is { } conversation ? await connector.PostAsync(handle.ServiceAddress, conversation, activity, cancel) : new Unavailable("answer-without-id");
    }
}
