using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Nudges;

namespace PairingBot.App.Nudges;

/// <summary>
/// Sends the nudges whose moment has come, if they are still needed; one transaction a nudge. Idempotent by the nudge's state, which moves with its
/// outbox row. A crash leaves the nudge waiting.
/// </summary>
public sealed partial class SendDueNudges(PairingBotDb db, NudgeReader reader, Outbox outbox, TimeProvider time, ILogger<SendDueNudges> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (sent, broken) = (0, new List<Guid>());
        while (await SendNextAsync(broken, cancel) is { } didSend) sent += didSend ? 1 : 0;
        return sent;
    }

    /// <returns>Whether the nudge was needed; null when none is due.</returns>
    private async Task<bool?> SendNextAsync(List<Guid> broken, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var due = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT nudges.id AS "Value" FROM nudges JOIN pairings ON pairings.id = pairing_id JOIN programs ON programs.id = program_id
            JOIN installations ON installations.id = installation_id AND removed_at IS NULL
            WHERE nudges.state = 'Waiting' AND due_at <= {time.GetUtcNow()} AND nudges.id <> ALL ({broken}) ORDER BY due_at, nudges.id LIMIT 1 FOR UPDATE OF nudges SKIP LOCKED
            """).ToListAsync(cancel);
        if (due is not [var id]) return null;
        try
        {
            var needed = await SendAsync(await db.Nudges.SingleAsync(planned => planned.Id == id, cancel), cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return needed;
        }
#pragma warning disable CA1031 // recorded, and tried again at the next turn: one nudge that breaks must not hold up the others
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogBroke(id, failure);
            broken.Add(id);
            return false;
        }
    }

    private async Task<bool> SendAsync(PlannedNudge planned, CancellationToken cancel)
    {
        var facts = await reader.ReadAsync(planned, cancel);
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
