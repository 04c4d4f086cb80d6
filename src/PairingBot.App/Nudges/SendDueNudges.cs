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
        var sent = 0;
        while (await SendNextAsync(cancel) is { } didSend) sent += didSend ? 1 : 0;
        return sent;
    }

    /// <returns>Whether the nudge was needed; null when none is due.</returns>
    private async Task<bool?> SendNextAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var planned = await db.Nudges.FromSql($"SELECT * FROM nudges WHERE state = 'Waiting' AND due_at <= {time.GetUtcNow()} ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED")
            .AsAsyncEnumerable().FirstOrDefaultAsync(cancel);
        if (planned is null) return null;

        var needed = await SendAsync(planned, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return needed;
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

        outbox.ToPeople(facts.Program.InstallationId, facts.Recipient is { } recipient ? [recipient] : facts.People, nudge.Message(facts));
        planned.Send();
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Nudge {Nudge} ({Kind}) is no longer needed")]
    private partial void LogDropped(Guid nudge, string kind);
}
