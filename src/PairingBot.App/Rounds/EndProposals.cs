using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>
/// Ends what was proposed and can no longer come about: not everybody said yes in time, the question could not be delivered, or the round is over; one transaction a pairing. Idempotent by the
/// pairing's state. A crash leaves the proposal for the next run; a yes that comes before it still counts.
/// </summary>
public sealed partial class EndProposals(PairingBotDb db, Departures departures, TimeProvider time, OutboxSignal signal, ILogger<EndProposals> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var ended = 0;
        while (await EndNextAsync(time.GetUtcNow(), cancel)) ended++;
        if (ended > 0) signal.Wake();
        return ended;
    }

    private async Task<bool> EndNextAsync(DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var next = await db.Pairings.FromSql(
            $"""
            SELECT pairings.* FROM pairings JOIN rounds ON rounds.id = round_id JOIN programs ON programs.id = pairings.program_id
            JOIN installations ON installations.id = installation_id AND removed_at IS NULL
            WHERE pairings.state = 'Proposed' AND (answer_by <= {now} OR rounds.state = 'Closed' OR EXISTS (
                SELECT 1 FROM pairing_members JOIN outbox ON outbox.state = 'Gone'
                    AND outbox.once = {Introductions.ProposalKey} || replace(pairings.id::text, '-', '') || ':' || replace(person_id::text, '-', '')
                WHERE pairing_id = pairings.id))
            ORDER BY pairings.id LIMIT 1 FOR UPDATE OF pairings SKIP LOCKED
            """).IgnoreAutoIncludes().AsNoTracking().AsAsyncEnumerable().FirstOrDefaultAsync(cancel);
        if (next is null) return false;

        await departures.EndAsync(next.Id, next.AnswerBy <= now ? PairingEnd.NoAnswer : PairingEnd.NotAgreed, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        LogEnded(next.Id);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Pairing {Pairing} was proposed, and did not come about")]
    private partial void LogEnded(Guid pairing);
}
