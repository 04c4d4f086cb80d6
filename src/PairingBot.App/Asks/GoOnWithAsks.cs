using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Asks;

namespace PairingBot.App.Asks;

/// <summary>
/// Goes on with asks whose time to answer is up, or whose request could not be delivered: the next one is asked, or the ask is over; one transaction an ask. Idempotent by the state of whoever was
/// asked, which moves with the next request. A crash leaves the ask for the next run; a yes that comes before it still counts.
/// </summary>
public sealed class GoOnWithAsks(PairingBotDb db, AskTurns turns, TimeProvider time, OutboxSignal signal) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var moved = 0;
        while (await GoOnAsync(time.GetUtcNow(), cancel)) moved++;
        if (moved > 0) signal.Wake();
        return moved;
    }

    private async Task<bool> GoOnAsync(DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var due = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT asks.id AS "Value" FROM asks JOIN programs ON programs.id = program_id JOIN installations ON installations.id = installation_id AND removed_at IS NULL
            JOIN ask_candidates ON ask_id = asks.id AND ask_candidates.state = 'Asked'
            WHERE asks.state = 'Asking' AND (answer_by <= {now} OR EXISTS (
                SELECT 1 FROM outbox WHERE outbox.state = 'Gone' AND once = 'ask:' || replace(asks.id::text, '-', '') || ':' || replace(ask_candidates.person_id::text, '-', '')))
            ORDER BY asks.id LIMIT 1 FOR UPDATE OF asks SKIP LOCKED
            """).ToListAsync(cancel);
        if (due is not [var id]) return false;

        var ask = await db.Asks.SingleAsync(row => row.Id == id, cancel);
        if (ask.Asked is { } asked) Ask.Pass(asked);
        await db.SaveChangesAsync(cancel);
        await turns.GoOnAndTellAsync(ask, await db.Programs.SingleAsync(program => program.Id == ask.ProgramId, cancel), now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
