using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>
/// Keeps the organizer's message about a round that goes out up to date, until the last introduction is out; one transaction a round. Idempotent by the figures last told, which move with
/// the replacement of the message. A crash leaves older figures until the next run.
/// </summary>
public sealed class TellProgress(PairingBotDb db, Outbox outbox) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var told = 0;
        var running = await db.Rounds.AsNoTracking().Where(round => round.ProgressMessage != null && round.State == RoundState.Introduced).Select(round => new { round.Id, round.Progress }).ToListAsync(cancel);
        foreach (var round in running.Where(round => round.Progress is { IsOver: false })) told += await TellAsync(round.Id, cancel) ? 1 : 0; // most rounds that run are out long since
        return told;
    }

    /// <summary>The first message, in the transaction in which the introductions are written.</summary>
    public async Task BeginAsync(Round round, int introductions, CancellationToken cancel)
    {
        var program = await db.Programs.SingleAsync(row => row.Id == round.ProgramId, cancel);
        if (introductions == 0 || await db.People.FirstOrDefaultAsync(person => person.Id == program.RunBy, cancel) is not { } organizer) return;
        var begun = new RoundProgress(0, 0, introductions);
        var message = outbox.ToPeople([organizer], RoundWords.Progress(program, begun), $"round-progress:{round.Id:N}");
        await db.SaveChangesAsync(cancel); // names the row
        round.TellIn(message.Id, begun);
    }

    private async Task<bool> TellAsync(Guid id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM rounds WHERE id = {id} FOR UPDATE", cancel);
        var round = await db.Rounds.SingleAsync(row => row.Id == id, cancel);
        if (round is not { ProgressMessage: { } message, Progress: { IsOver: false } last }) return false;
        var now = await FiguresAsync(round, cancel);
        if (last == now) return false;

        var program = await db.Programs.SingleAsync(row => row.Id == round.ProgramId, cancel);
        if (await db.People.FirstOrDefaultAsync(person => person.Id == program.RunBy, cancel) is { } organizer) outbox.Replace(message, organizer, RoundWords.Progress(program, now));
        round.Told(now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Of the introductions that the round began with, and of later ones.</summary>
    private async Task<RoundProgress> FiguresAsync(Round round, CancellationToken cancel)
    {
        var states = await db.Database.SqlQuery<string>(
            $"""
            SELECT outbox.state AS "Value" FROM pairings JOIN outbox ON outbox.once = {Introductions.Key} || replace(pairings.id::text, '-', '') WHERE pairings.round_id = {round.Id}
            """).ToListAsync(cancel);
        return new RoundProgress(states.Count(state => state is nameof(OutboxState.Sent) or nameof(OutboxState.PerhapsSent)), states.Count(state => state is nameof(OutboxState.Gone)), states.Count);
    }
}
