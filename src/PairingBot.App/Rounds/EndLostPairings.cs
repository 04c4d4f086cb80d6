using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>
/// Ends pairings whose introduction the platform refused for good (somebody is deactivated, or may not be written to), and has the directory read again to learn who; one transaction a
/// pairing. Idempotent by the pairing's state. A crash leaves the pairing for the next run.
/// </summary>
public sealed partial class EndLostPairings(PairingBotDb db, Departures departures, ILogger<EndLostPairings> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var ended = 0;
        while (await EndNextAsync(cancel)) ended++;
        return ended;
    }

    private async Task<bool> EndNextAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var next = await db.Pairings.FromSql(
            $"""
            SELECT pairings.* FROM pairings LEFT JOIN rounds ON rounds.id = round_id
            JOIN outbox ON outbox.once = {Introductions.Key} || replace(pairings.id::text, '-', '') AND outbox.state = 'Gone'
            WHERE pairings.state IN ('Introduced', 'TimeFound', 'NotMet') AND coalesce(rounds.state, 'Introduced') = 'Introduced' ORDER BY pairings.id LIMIT 1 FOR UPDATE OF pairings SKIP LOCKED
            """).IgnoreAutoIncludes().AsNoTracking().AsAsyncEnumerable().FirstOrDefaultAsync(cancel);
        if (next is null) return false;

        await departures.EndAsync(next.Id, PairingEnd.CouldNotBeOpened, cancel);
        await WantPeopleAsync(next.ProgramId, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        LogEnded(next.Id);
        return true;
    }

    private async Task WantPeopleAsync(Guid of, CancellationToken cancel) =>
        (await db.Installations.SingleAsync(installation => db.Programs.Any(program => program.Id == of && program.InstallationId == installation.Id), cancel)).WantPeople();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pairing {Pairing} ended: its introduction could not be delivered")]
    private partial void LogEnded(Guid pairing);
}
