using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;

namespace PairingBot.App.Conversations;

/// <summary>
/// Keeps series going: begins the next conversation at its date, asks whether to go on where two did not come about, ends those that nobody answers for or in which somebody can no longer take
/// part; one transaction a series. Idempotent by the series' own state and date, which move with the messages. A crash leaves the series as it was.
/// </summary>
public sealed partial class KeepSeries(PairingBotDb db, SeriesBook book, NextConversations next, TimeProvider time, ILogger<KeepSeries> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (now, moved) = (time.GetUtcNow(), 0);
        var due = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT series.id AS "Value" FROM series JOIN programs ON programs.id = series.program_id JOIN installations ON installations.id = installation_id AND removed_at IS NULL
            WHERE series.state <> 'Ended' AND (next_at <= {now} OR EXISTS (
                SELECT 1 FROM pairings JOIN pairing_members ON pairing_id = pairings.id JOIN people ON people.id = person_id
                LEFT JOIN participants ON participants.program_id = programs.id AND participants.person_id = people.id
                WHERE series_id = series.id AND (people.standing <> 'Member' OR participants.has_left OR pairings.state IN ('Ended', 'Undeliverable'))))
            ORDER BY next_at, series.id
            """).ToListAsync(cancel);
        foreach (var id in due) moved += await TryAsync(id, now, cancel) ? 1 : 0;
        return moved;
    }

    private async Task<bool> TryAsync(Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        try
        {
            if (await book.LockAsync(id, cancel) is not { IsOver: false } series || !await next.MoveAsync(series, now, cancel)) return false;
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return true;
        }
#pragma warning disable CA1031 // recorded, and tried again at the next turn: one series that breaks must not hold up the others
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogBroke(id, failure);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Series {Series} could not be kept going; it is tried again at the next turn")]
    private partial void LogBroke(Guid series, Exception failure);
}
