using Microsoft.EntityFrameworkCore;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;

namespace PairingBot.App.Chat;

/// <summary>
/// Goes once through what most requests do, and takes it back: whoever writes first should not wait for queries to be compiled. A person waits at most three seconds.
/// </summary>
public sealed class WarmUp(PairingBotDb db, Turns turns, ConversationHandler conversations) : IFirstThing
{
    private static readonly ChatSender Nobody = new("warm-up");

    public async Task DoAsync(CancellationToken cancel)
    {
        if (await db.Installations.AsNoTracking().FirstOrDefaultAsync(each => each.RemovedAt == null, cancel) is not { } installation) return;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            if (await turns.BeginAsync(new ChatRequest(installation.Key, Nobody, new ShowHome(), ChatPlace.Command), cancel) is { } turn) await conversations.WhyAsync(turn, cancel);
            await transaction.RollbackAsync(cancel);
        }

        db.ChangeTracker.Clear();
    }
}
