using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Conversations;

namespace PairingBot.App.Conversations;

/// <summary>
/// Offers other times to those who asked. Calendars are read outside of any transaction; then the wish is taken off the pairing together with the message. Idempotent by the wish, which only one
/// run can take off. A crash leaves it for the next run.
/// </summary>
public sealed class OfferTimes(PairingBotDb db, PairingBook pairings, FreeTimes times, Outbox outbox, TimeProvider time) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var offered = 0;
        foreach (var pairing in await WaitingAsync(cancel)) offered += await OfferAsync(pairing, cancel) ? 1 : 0;
        return offered;
    }

    private Task<List<Guid>> WaitingAsync(CancellationToken cancel) => db.Database.SqlQuery<Guid>(
        $"""
        SELECT pairings.id AS "Value" FROM pairings JOIN programs ON programs.id = program_id JOIN installations ON installations.id = installation_id AND removed_at IS NULL
        WHERE wanted_times IS NOT NULL ORDER BY pairings.id
        """).ToListAsync(cancel);

    private async Task<bool> OfferAsync(Guid id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var pairing = await db.Pairings.AsNoTracking().SingleAsync(row => row.Id == id, cancel);
        var people = await pairings.PeopleAsync(pairing, cancel);
        if (pairing.WantedTimes is not { } page) return false;
        var offered = await times.FindAsync(people[0].InstallationId, people, time.GetUtcNow(), page, cancel);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Pairings.Where(row => row.Id == id && row.WantedTimes == page).ExecuteUpdateAsync(row => row.SetProperty(each => each.WantedTimes, (int?)null), cancel) == 0) return false;
        if (pairing.IsOpen) outbox.ToPeople(people, TimeWords.Others(pairing, people, offered));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
