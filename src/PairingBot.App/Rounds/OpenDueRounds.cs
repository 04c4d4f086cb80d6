using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>
/// Opens a round for each program whose time has come: takes the snapshot, stores it, moves the program on to its next date; one transaction a program.
/// Idempotent by the program's own date, which moves in the same transaction, and by the unique key of program and number. A crash leaves the program as it was.
/// </summary>
public sealed partial class OpenDueRounds(PairingBotDb db, SnapshotTaker snapshots, TimeProvider time, ILogger<OpenDueRounds> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var opened = 0;
        while (await OpenNextAsync(cancel) is { } didOpen) opened += didOpen ? 1 : 0;
        return opened;
    }

    /// <returns>Whether a round was opened; null when no program is due.</returns>
    private async Task<bool?> OpenNextAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var program = await db.Programs.FromSql(
            $"""
            SELECT programs.* FROM programs JOIN installations ON installations.id = installation_id AND removed_at IS NULL AND people_read_at IS NOT NULL
            WHERE next_round_at <= {now} OR round_wanted_at <= {now} ORDER BY next_round_at LIMIT 1 FOR UPDATE OF programs SKIP LOCKED
            """).AsAsyncEnumerable().FirstOrDefaultAsync(cancel);
        if (program is null) return null;

        var opened = await OpenAsync(program, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return opened;
    }

    private async Task<bool> OpenAsync(PairingProgram program, DateTimeOffset now, CancellationToken cancel)
    {
        var snapshot = await snapshots.TakeAsync(program, now, cancel);
        if (snapshot.Candidates.Count == 0)
        {
            LogNobody(program.Id);
            program.PassRound(now, await db.Participants.AnyAsync(participant => participant.ProgramId == program.Id && !participant.HasLeft, cancel));
            return false;
        }

        await CloseEarlierAsync(program, cancel);
        program.OpenRound(now);
        db.Rounds.Add(Round.Open(program.Id, snapshot));
        LogOpened(program.Id, snapshot.RoundNumber, snapshot.Candidates.Count);
        return true;
    }

    private async Task CloseEarlierAsync(PairingProgram program, CancellationToken cancel)
    {
        foreach (var earlier in await db.Rounds.Where(round => round.ProgramId == program.Id && round.State == RoundState.Introduced).ToListAsync(cancel)) earlier.Close();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Program {Program} was due, but nobody takes part; on to the next date")]
    private partial void LogNobody(Guid program);

    [LoggerMessage(Level = LogLevel.Information, Message = "Program {Program} opened round {Round} for {People} people")]
    private partial void LogOpened(Guid program, int round, int people);
}
