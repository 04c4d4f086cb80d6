using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>
/// Ends pairings in which somebody was asked whether they are there and said nothing in time; one transaction a pairing. Idempotent by that moment, which is taken away with it. A crash leaves
/// the pairing for the next run; an answer that comes before it still counts.
/// </summary>
public sealed partial class EndSilentPairings(PairingBotDb db, Silences silences, TimeProvider time, OutboxSignal signal, ILogger<EndSilentPairings> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var ended = 0;
        while (await EndNextAsync(time.GetUtcNow(), cancel) is { } did) ended += did ? 1 : 0;
        if (ended > 0) signal.Wake();
        return ended;
    }

    /// <returns>Whether one ended; null when nobody's time is up.</returns>
    private async Task<bool?> EndNextAsync(DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var due = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT pairings.id AS "Value" FROM pairings JOIN programs ON programs.id = program_id JOIN installations ON installations.id = installation_id AND removed_at IS NULL
            WHERE EXISTS (SELECT 1 FROM pairing_members WHERE pairing_id = pairings.id AND pairing_members.answer_by <= {now})
            ORDER BY pairings.id LIMIT 1 FOR UPDATE OF pairings SKIP LOCKED
            """).ToListAsync(cancel);
        if (due is not [var id]) return null;

        var ended = await silences.LapseAsync(await db.Pairings.SingleAsync(row => row.Id == id, cancel), now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (ended) LogEnded(id);
        return ended;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Pairing {Pairing} ended: somebody in it did not answer")]
    private partial void LogEnded(Guid pairing);
}
