using Microsoft.EntityFrameworkCore;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Programs;

/// <summary>
/// Receives those who came into a program's channel before the directory knew them; one transaction each. Idempotent by the arrival's state, which moves with the
/// invitation. A crash leaves the arrival waiting.
/// </summary>
public sealed class ReceiveArrivals(PairingBotDb db, Arrivals arrivals, TimeProvider time) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var received = 0;
        while (await ReceiveNextAsync(cancel)) received++;
        return received;
    }

    private async Task<bool> ReceiveNextAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var arrival = await db.Arrivals.FromSql(
            $"""
            SELECT arrivals.* FROM arrivals JOIN programs ON programs.id = program_id JOIN installations ON installations.id = installation_id AND removed_at IS NULL
            WHERE arrivals.state = 'Waiting' AND (arrived_at < {now - Arrival.KnownWithin}
                OR EXISTS (SELECT 1 FROM people WHERE people.installation_id = programs.installation_id AND people.external_id = arrivals.external_id AND name <> ''))
            ORDER BY arrived_at LIMIT 1 FOR UPDATE OF arrivals SKIP LOCKED
            """).AsAsyncEnumerable().FirstOrDefaultAsync(cancel);
        if (arrival is null) return false;

        await arrivals.ReceiveAsync(await db.Programs.SingleAsync(row => row.Id == arrival.ProgramId, cancel), arrival, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
