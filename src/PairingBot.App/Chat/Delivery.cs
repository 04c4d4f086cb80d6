using System.Text;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>Carries one leased row out, step by step; each step that cannot be repeated is recorded before the next.</summary>
public sealed class Delivery(OutboxLease lease, Vault vault)
{
    /// <summary>A host went down, or lost the database, between a plain post and its record.</summary>
    private const string CutOff = "cut-off";

    /// <returns>How the last step ended: <see cref="Delivered"/> only when all are done, <see cref="Uncertain"/> only when it is to be left at that.</returns>
    public async Task<DeliveryResult> CarryOutAsync(IChatPlatform platform, InstallationKey installation, OutboxMessage row, CancellationToken cancel) => row.To switch
    {
        OutboxAddress.Across => new Apart(_ => Task.FromResult<IReadOnlyDictionary<string, Uri>>(new Dictionary<string, Uri>())),
        OutboxAddress.People => await ToPeopleAsync(platform, installation, row, cancel),
        OutboxAddress.Channel => await PostAsync(platform, installation, row, row.Address, cancel),
        OutboxAddress.Home => MayRepeat(await platform.PublishHomeAsync(installation, row.Address, StoredJson.Read<ChatHome>(vault.Open(row.Content, Outbox.Context)), cancel)),
        OutboxAddress.Press => MayRepeat(await platform.AnswerPressAsync(Handle(row), Message(row.Content), row.Replaces, cancel)),
        _ => throw new InvalidOperationException($"Nobody knows how to reach {row.To}."),
    };

    private async Task<DeliveryResult> ToPeopleAsync(IChatPlatform platform, InstallationKey installation, OutboxMessage row, CancellationToken cancel)
    {
        if (row.UpdatesId is { } earlier) return await UpdateAsync(platform, installation, row, earlier, cancel);
        var known = row.ConversationId ?? await lease.KnownConversationAsync(row, cancel);
        var conversation = known;
        if (conversation is null)
        {
            var opened = MayRepeat(await platform.OpenConversationAsync(installation, row.Address.Split(','), cancel));
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

    private async Task<DeliveryResult> PostAsync(IChatPlatform platform, InstallationKey installation, OutboxMessage row, string conversation, CancellationToken cancel)
    {
        if (row.WhenInDoubt == WhenInDoubt.SendAgain) return MayRepeat(await platform.PostAsync(installation, conversation, Message(row.Content), cancel));
        if (row.Posting) return new Uncertain(CutOff);
        await lease.PostingAsync(row, cancel);
        return await platform.PostAsync(installation, conversation, Message(row.Content), cancel);
    }

    /// <summary>Where the opener can't be replaced (a workspace may forbid to edit messages, and anybody may find a way to delete one), the message follows it.</summary>
    private async Task<DeliveryResult> PostInTwoStepsAsync(IChatPlatform platform, InstallationKey installation, OutboxMessage row, string conversation, CancellationToken cancel)
    {
        var message = row.MessageId;
        if (message is null)
        {
            var posted = MayRepeat(await platform.PostAsync(installation, conversation, Message(row.Opener!), cancel));
            if (posted is not Delivered { Id: var id }) return posted;
            await lease.PostedAsync(row, message = id, cancel);
        }

        var replaced = MayRepeat(await platform.UpdateAsync(installation, conversation, message, Message(row.Content), cancel));
        return replaced is Gone { Scope: GoneScope.Message } ? await PostAsync(platform, installation, row, conversation, cancel) : replaced;
    }

    /// <summary>The earlier message is of the same lane, so it has gone out; where it never did, there is nothing to replace.</summary>
    private async Task<DeliveryResult> UpdateAsync(IChatPlatform platform, InstallationKey installation, OutboxMessage row, long earlier, CancellationToken cancel) =>
        await lease.PlaceOfAsync(earlier, cancel) is ({ } conversation, { } message)
            ? MayRepeat(await platform.UpdateAsync(installation, conversation, message, Message(row.Content), cancel))
            : new Gone(GoneScope.Message, "nothing-to-update");

    /// <summary>What is harmless to do twice is done again when nobody knows whether it was done.</summary>
    private static DeliveryResult MayRepeat(DeliveryResult result) => result is Uncertain { Reason: var reason } ? new Unavailable(reason) : result;

    private ChatMessage Message(byte[] box) => StoredJson.Read<ChatMessage>(vault.Open(box, Outbox.Context));

    private string Handle(OutboxMessage row) => Encoding.UTF8.GetString(vault.Open(Convert.FromBase64String(row.Address), Outbox.Context));
}
