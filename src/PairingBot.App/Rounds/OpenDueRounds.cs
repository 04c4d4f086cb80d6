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
        var (opened, broken) = (0, new List<Guid>());
        while (await OpenNextAsync(broken, cancel) is { } didOpen) opened += didOpen ? 1 : 0;
        return opened;
    }

    /// <returns>Whether a round was opened; null when no program is due.</returns>
    private async Task<bool?> OpenNextAsync(List<Guid> broken, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var due = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT programs.id AS "Value" FROM programs JOIN installations ON installations.id = installation_id AND removed_at IS NULL AND people_read_at IS NOT NULL AND joined_to IS NULL
            WHERE (next_round_at <= {now} OR round_wanted_at <= {now}) AND programs.id <> ALL ({broken}) ORDER BY next_round_at LIMIT 1 FOR UPDATE OF programs SKIP LOCKED
            """).ToListAsync(cancel);
        if (due is not [var id]) return null;
        try
        {
            var opened = await OpenAsync(await db.Programs.SingleAsync(program => program.Id == id, cancel), now, cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return opened;
        }
#pragma warning disable CA1031 // recorded, and tried again at the next turn: one program that breaks must not hold up the others
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogBroke(id, failure);
            broken.Add(id);
            return false;
        }
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

    /// <summary>Also the last one of whoever has joined since: their people's next round is this one.</summary>
    private async Task CloseEarlierAsync(PairingProgram program, CancellationToken cancel)
    {
        var resting = db.Programs.Where(each => db.Installations.Any(installation => installation.Id == each.InstallationId && installation.JoinedTo == program.InstallationId)).Select(each => each.Id);
        foreach (var earlier in await db.Rounds.Where(round => (round.ProgramId == program.Id || resting.Contains(round.ProgramId)) && round.State == RoundState.Introduced).ToListAsync(cancel)) earlier.Close();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The round of program {Program} could not be opened; it is tried again at the next turn")]
    private partial void LogBroke(Guid program, Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Program {Program} was due, but nobody takes part; on to the next date")]
    private partial void LogNobody(Guid program);

    [LoggerMessage(Level = LogLevel.Information, Message = "Program {Program} opened round {Round} for {People} people")]
    private partial void LogOpened(Guid program, int round, int people);
}
