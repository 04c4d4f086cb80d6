using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>The way in: events are stored once and read later, interactions are carried out at once.</summary>
public sealed class ChatInbox(IServiceScopeFactory scopes, InboxSignal inboxSignal, OutboxSignal outboxSignal, JobSignal jobSignal) : IChatInbox
{
    internal const string Context = "inbox";

    public async Task<bool> AcceptAsync(InboundEvent inbound, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PairingBotDb>();
        var body = scope.ServiceProvider.GetRequiredService<Vault>().Seal(Encoding.UTF8.GetBytes(inbound.Body), Context);
        var isNew = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO inbox (platform, event_id, body, attempts) VALUES ({inbound.Installation.Platform}, {inbound.EventId}, {body}, 0) ON CONFLICT DO NOTHING", cancel) > 0;
        if (isNew) inboxSignal.Wake();
        return isNew;
    }

    public async Task<Reply> AnswerAsync(ChatRequest request, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var reply = await scope.ServiceProvider.GetRequiredService<Exchange>().AnswerAsync(request, cancel);
        outboxSignal.Wake();
        if (request.Intent is RunRoundNow) jobSignal.Wake();
        return reply;
    }
}
