using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Installations;
using PairingBot.App.Jobs;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Organizations;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Organizations;

/// <summary>
/// Where one installation of an organization has removed the bot: its people are out of reach for the others, conversations across end with a word to whoever is left, and should it have been the home, the
/// others' organizers are told once. One transaction a step. Idempotent by the people's, pairings' and messages' own states; a crash leaves what it had not come to. What its people have among
/// themselves stands still, and goes on if it comes back: then they are within reach again.
/// </summary>
public sealed partial class LoseRemoved(PairingBotDb db, Departures departures, Outbox outbox, OutboxSignal signal, ILogger<LoseRemoved> log) : IRecurringJob
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!await db.Installations.AnyAsync(installation => installation.JoinedTo != null, cancel)) return 0;
        await db.People.Where(person => person.Unreachable == Reach.Removed && db.Installations.Any(installation => installation.Id == person.InstallationId && installation.RemovedAt == null))
            .ExecuteUpdateAsync(person => person.SetProperty(each => each.Unreachable, (string?)null), cancel);
        var removed = await db.Installations.AsNoTracking()
            .Where(installation => installation.RemovedAt != null && (installation.JoinedTo != null || db.Installations.Any(each => each.JoinedTo == installation.Id))).ToListAsync(cancel);
        if (removed.Count == 0) return 0;
        var (ended, ids) = (0, removed.ConvertAll(installation => installation.Id));
        await db.People.Where(person => ids.Contains(person.InstallationId) && person.Unreachable == null).ExecuteUpdateAsync(person => person.SetProperty(each => each.Unreachable, Reach.Removed), cancel);
        while (await EndNextAsync(cancel)) ended++;
        foreach (var home in removed.Where(installation => installation.JoinedTo is null)) await TellAsync(home, cancel);
        signal.Wake();
        return ended;
    }

    private async Task<bool> EndNextAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var across = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT pairings.id AS "Value" FROM pairings LEFT JOIN rounds ON rounds.id = round_id
            WHERE pairings.state IN ('Proposed', 'Introduced', 'TimeFound', 'NotMet') AND coalesce(rounds.state, 'Introduced') = 'Introduced'
                AND EXISTS (SELECT 1 FROM pairing_members JOIN people ON people.id = person_id WHERE pairing_id = pairings.id AND unreachable = {Reach.Removed})
                AND EXISTS (SELECT 1 FROM pairing_members JOIN people ON people.id = person_id WHERE pairing_id = pairings.id AND unreachable IS DISTINCT FROM {Reach.Removed})
            ORDER BY pairings.id LIMIT 1 FOR UPDATE OF pairings SKIP LOCKED
            """).ToListAsync(cancel);
        if (across is not [var id]) return false;
        await departures.EndAsync(id, PairingEnd.SomebodyGone, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        LogEnded(id);
        return true;
    }

    private async Task TellAsync(Installation home, CancellationToken cancel)
    {
        foreach (var joined in await db.Installations.AsNoTracking().Where(each => each.JoinedTo == home.Id && each.RemovedAt == null).ToListAsync(cancel))
        {
            foreach (var organizer in await db.People.OrganizersOfAsync(joined.Id, cancel))
            {
                var once = $"home-removed:{home.RemovedAt!.Value.ToUnixTimeSeconds()}:{joined.Id:N}:{organizer.Id:N}";
                if (!await db.Outbox.AnyAsync(row => row.Once == once, cancel)) outbox.ToPeople([organizer], ConnectionWords.HomeRemoved(joined, home), once);
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Pairing {Pairing} ended: an installation of its organization has removed the bot")]
    private partial void LogEnded(Guid pairing);
}
