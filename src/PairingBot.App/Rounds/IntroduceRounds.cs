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
public sealed partial class IntroduceRounds(PairingBotDb db, RoundMail mail, OutboxSignal outbox, ILogger<IntroduceRounds> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var introduced = 0;
        while (await IntroduceNextAsync(cancel)) introduced++;
        return introduced;
    }

    private async Task<bool> IntroduceNextAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var round = await db.Rounds.FromSql($"SELECT * FROM rounds WHERE state = 'SnapshotTaken' ORDER BY opened_at LIMIT 1 FOR UPDATE SKIP LOCKED")
            .AsAsyncEnumerable().FirstOrDefaultAsync(cancel);
        if (round is null) return false;

        var plan = Matchmaker.Plan(round.Snapshot);
        round.Introduce(plan.Proof);
        await mail.WriteAsync(round, plan, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        outbox.Wake();
        LogIntroduced(round.Id, plan.Pairings.Count, plan.SitOuts.Count);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Round {Round}: {Pairings} pairings, {SitOuts} left out")]
    private partial void LogIntroduced(Guid round, int pairings, int sitOuts);
}
