using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Chat;

/// <summary>One request and its reply: the turn, what changes by it, and every message that follows from it, in one transaction. Cancelled or failed, it leaves nothing behind.</summary>
public sealed class Exchange(PairingBotDb db, Turns turns, IntentDispatcher dispatcher, ReplyRoute route, InboxLease lease)
{
    /// <summary>An interaction: the reply is for the response.</summary>
    public async Task<Reply> AnswerAsync(ChatRequest request, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (request.DeliveryId is { } delivery && !await lease.FirstAsync(request.Installation.Platform, delivery, cancel)) return Reply.Nothing;
        var reply = await CarryOutAsync(request, cancel);
        await transaction.CommitAsync(cancel);
        return reply;
    }

    /// <summary>A stored event: its effect and the mark that it is done go together. <paramref name="request"/> is null when it means nothing to us.</summary>
    public async Task CarryOutAsync(InboxEvent inbound, ChatRequest? request, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await lease.DoneAsync(inbound, cancel)) return; // another host carried it out after our lease had ended
        if (request is not null) await CarryOutAsync(request, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<Reply> CarryOutAsync(ChatRequest request, CancellationToken cancel)
    {
        if (request.Intent is InstallationNews news)
        {
            await dispatcher.HearAsync(request, news, cancel);
            await db.SaveChangesAsync(cancel);
            return Reply.Nothing;
        }

        if (request.Sender.IsStranger) return MembershipWords.Stranger;
        if (await turns.BeginAsync(request, cancel) is not { } turn) return await turns.RefusalAsync(request, cancel);
        var reply = await dispatcher.DispatchAsync(turn, request.Intent, cancel);
        await db.SaveChangesAsync(cancel);
        reply = await route.SendAsync(turn, reply, cancel);
        await db.SaveChangesAsync(cancel);
        return reply;
    }
}
