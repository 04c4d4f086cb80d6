using System.Text;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>Carries one leased row out, step by step; each step that cannot be repeated is recorded before the next.</summary>
public sealed class Delivery(OutboxLease lease, Vault vault)
{
    /// <returns>How the last step ended; <see cref="Delivered"/> only when all are done.</returns>
    public Task<DeliveryResult> CarryOutAsync(IChatPlatform platform, InstallationKey installation, OutboxMessage row, CancellationToken cancel) => row.To switch
    {
        OutboxAddress.People => ToPeopleAsync(platform, installation, row, cancel),
        OutboxAddress.Channel => PostAsync(platform, installation, row, row.Address, cancel),
        OutboxAddress.Home => platform.PublishHomeAsync(installation, row.Address, StoredJson.Read<ChatHome>(vault.Open(row.Content, Outbox.Context)), cancel),
        OutboxAddress.Press => platform.AnswerPressAsync(Handle(row), Message(row.Content), row.Replaces, cancel),
        _ => throw new InvalidOperationException($"Nobody knows how to reach {row.To}."),
    };

    private async Task<DeliveryResult> ToPeopleAsync(IChatPlatform platform, InstallationKey installation, OutboxMessage row, CancellationToken cancel)
    {
        var known = row.ConversationId ?? await lease.KnownConversationAsync(row, cancel);
        var conversation = known;
        if (conversation is null)
        {
            var opened = await platform.OpenConversationAsync(installation, row.Address.Split(','), cancel);
            if (opened is not Delivered { Id: var id }) return opened;
            await lease.OpenedAsync(row, conversation = id, cancel);
        }

        var result = row.Opener is null
            ? await PostAsync(platform, installation, row, conversation, cancel)
            : await PostInTwoStepsAsync(platform, installation, row, conversation, cancel);
        if (result is not Gone { Scope: GoneScope.Place, Reason: var reason }) return result;
        await lease.ForgetConversationAsync(row, cancel);
        return known is null ? result : new Unavailable(reason); // one that we remembered from earlier may be opened anew
    }

    private Task<DeliveryResult> PostAsync(IChatPlatform platform, InstallationKey installation, OutboxMessage row, string conversation, CancellationToken cancel) =>
        platform.PostAsync(installation, conversation, Message(row.Content), cancel);

    private async Task<DeliveryResult> PostInTwoStepsAsync(IChatPlatform platform, InstallationKey installation, OutboxMessage row, string conversation, CancellationToken cancel)
    {
        var message = row.MessageId;
        if (message is null)
        {
            var posted = await platform.PostAsync(installation, conversation, Message(row.Opener!), cancel);
            if (posted is not Delivered { Id: var id }) return posted;
            await lease.PostedAsync(row, message = id, cancel);
        }

        return await platform.UpdateAsync(installation, conversation, message, Message(row.Content), cancel);
    }

    private ChatMessage Message(byte[] box) => StoredJson.Read<ChatMessage>(vault.Open(box, Outbox.Context));

    private string Handle(OutboxMessage row) => Encoding.UTF8.GetString(vault.Open(Convert.FromBase64String(row.Address), Outbox.Context));
}
