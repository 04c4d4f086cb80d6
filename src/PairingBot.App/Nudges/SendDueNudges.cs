using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Nudges;

namespace PairingBot.App.Nudges;

/// <summary>
/// Sends the nudges whose moment has come, if they are still needed; one transaction a nudge. Idempotent by the nudge's state, which moves with its
/// outbox row. Calendars are read before that transaction, and whether the nudge is needed is asked in it. A crash leaves the nudge waiting.
/// </summary>
public sealed partial class SendDueNudges(PairingBotDb db, NudgeReader reader, Outbox outbox, TimeProvider time, ILogger<SendDueNudges> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (sent, seen) = (0, new List<Guid>());
        while (await NextAsync(seen, cancel) is { } next)
        {
            seen.Add(next);
            sent += await TrySendAsync(next, cancel) ? 1 : 0;
        }

        return sent;
    }

    /// <summary>The first that is due and that no other host is at.</summary>
    private async Task<Guid?> NextAsync(List<Guid> seen, CancellationToken cancel)
    {
        var due = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT nudges.id AS "Value" FROM nudges JOIN pairings ON pairings.id = pairing_id JOIN programs ON programs.id = program_id
            JOIN installations ON installations.id = installation_id AND removed_at IS NULL
            WHERE nudges.state = 'Waiting' AND due_at <= {time.GetUtcNow()} AND nudges.id <> ALL ({seen}) ORDER BY due_at, nudges.id LIMIT 1 FOR UPDATE OF nudges SKIP LOCKED
            """).ToListAsync(cancel);
        return due is [var id] ? id : null;
    }

    private async Task<bool> TrySendAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            db.ChangeTracker.Clear();
            var times = await reader.TimesAsync(await db.Nudges.SingleAsync(planned => planned.Id == id, cancel), cancel);
            db.ChangeTracker.Clear(); // what was read may be old by now
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var waiting = await db.Nudges.FromSql($"SELECT * FROM nudges WHERE id = {id} AND state = 'Waiting' AND due_at <= {time.GetUtcNow()} FOR UPDATE SKIP LOCKED").ToListAsync(cancel);
            if (waiting is not [var planned]) return false; // another host was sooner
            var needed = await SendAsync(planned, times, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return needed;
        }
#pragma warning disable CA1031 // recorded, and tried again at the next turn: one nudge that breaks must not hold up the others
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogBroke(id, failure);
            return false;
        }
    }

    private async Task<bool> SendAsync(PlannedNudge planned, OfferedTimes? times, CancellationToken cancel)
    {
        var facts = await reader.ReadAsync(planned, times, cancel);
        if (facts is null || NudgeCatalog.Find(planned.Kind) is not { } nudge || !nudge.IsStillNeeded(facts))
        {
            LogDropped(planned.Id, planned.Kind);
            planned.Drop();
            return false;
        }

        outbox.ToPeople(facts.Recipient is { } recipient ? [recipient] : facts.People, nudge.Message(facts));
        planned.Send();
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Nudge {Nudge} could not be sent; it is tried again at the next turn")]
    private partial void LogBroke(Guid nudge, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Nudge {Nudge} ({Kind}) is no longer needed")]
    private partial void LogDropped(Guid nudge, string kind);
}
