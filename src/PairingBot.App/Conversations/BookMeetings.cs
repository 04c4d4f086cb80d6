using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;

namespace PairingBot.App.Conversations;

/// <summary>
/// Makes what stands in calendars what the conversations say: an entry is made, moved or cancelled; one transaction a step, under the lock of the booking's own row, on which nobody waits.
/// Idempotent by what the booking remembers, key included, which is stored before the calendars hear of it. A crash leaves at most a request that is asked again under the same key.
/// </summary>
public sealed partial class BookMeetings(PairingBotDb db, CalendarEvents events, TimeProvider time, ILogger<BookMeetings> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (kept, broken) = (0, new List<Guid>());
        while (await KeepNextAsync(broken, cancel) is { } didChange) kept += didChange ? 1 : 0;
        return kept;
    }

    /// <returns>Whether the calendars took something; null when nothing is due.</returns>
    private async Task<bool?> KeepNextAsync(List<Guid> broken, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var due = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT pairing_id AS "Value" FROM bookings JOIN pairings ON pairings.id = pairing_id JOIN programs ON programs.id = program_id
            JOIN installations ON installations.id = installation_id AND removed_at IS NULL
            WHERE next_at <= {now} AND pairing_id <> ALL ({broken}) AND (event_id IS NULL
                OR (state = 'TimeFound' AND is_time_known AND meets_at > {now} AND meets_at <> starts_at)
                OR (starts_at > {now} AND (state IN ('NotMet', 'Ended', 'Undeliverable') OR (state = 'TimeFound' AND (meets_at IS NULL OR NOT is_time_known)))))
            ORDER BY next_at, pairing_id LIMIT 1 FOR UPDATE OF bookings SKIP LOCKED
            """).ToListAsync(cancel);
        if (due is not [var id]) return null;
        try
        {
            var didChange = await events.KeepAsync(await db.Bookings.SingleAsync(row => row.PairingId == id, cancel), now, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return didChange;
        }
#pragma warning disable CA1031 // recorded, and tried again at the next turn: one booking that breaks must not hold up the others
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogBroke(id, failure);
            broken.Add(id);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The calendar entry of pairing {Pairing} could not be kept; it is tried again at the next turn")]
    private partial void LogBroke(Guid pairing, Exception failure);
}
