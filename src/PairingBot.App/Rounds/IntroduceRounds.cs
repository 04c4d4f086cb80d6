using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Matchmaking;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>
/// Plans each round whose snapshot waits, and writes everything that follows from the plan: pairings, introductions, nudges, notes to those left out; one
/// transaction a round. Idempotent by the round's state, which moves in the same transaction. A crash leaves the snapshot, from which the same plan is made again.
/// </summary>
public sealed partial class IntroduceRounds(PairingBotDb db, RoundMail mail, TellProgress progress, OutboxSignal outbox, ILogger<IntroduceRounds> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (introduced, broken) = (0, new List<Guid>());
        while (await IntroduceNextAsync(broken, cancel) is { } did) introduced += did ? 1 : 0;
        return introduced;
    }

    /// <returns>Whether the round could be introduced; null when none waits.</returns>
    private async Task<bool?> IntroduceNextAsync(List<Guid> broken, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var waiting = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT rounds.id AS "Value" FROM rounds JOIN programs ON programs.id = program_id JOIN installations ON installations.id = installation_id AND removed_at IS NULL
            WHERE state = 'SnapshotTaken' AND rounds.id <> ALL ({broken}) ORDER BY opened_at LIMIT 1 FOR UPDATE OF rounds SKIP LOCKED
            """).ToListAsync(cancel);
        if (waiting is not [var id]) return null;
        try
        {
            await IntroduceAsync(await db.Rounds.SingleAsync(round => round.Id == id, cancel), cancel);
            await transaction.CommitAsync(cancel);
        }
#pragma warning disable CA1031 // recorded, and tried again at the next turn: one round that breaks must not hold up the others
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogBroke(id, failure);
            broken.Add(id);
            return false;
        }

        outbox.Wake();
        return true;
    }

    private async Task IntroduceAsync(Round round, CancellationToken cancel)
    {
        var plan = Matchmaker.Plan(round.Snapshot);
        round.Introduce(plan.Proof);
        await mail.WriteAsync(round, plan, cancel);
        await progress.BeginAsync(round, plan.Certain().Pairings.Count, cancel);
        await db.SaveChangesAsync(cancel);
        LogIntroduced(round.Id, plan.Pairings.Count, plan.SitOuts.Count);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Round {Round} could not be introduced; it is tried again at the next turn")]
    private partial void LogBroke(Guid round, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Round {Round}: {Pairings} pairings, {SitOuts} left out")]
    private partial void LogIntroduced(Guid round, int pairings, int sitOuts);
}
