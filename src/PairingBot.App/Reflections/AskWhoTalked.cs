using Microsoft.EntityFrameworkCore;
using PairingBot.App.Jobs;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;

namespace PairingBot.App.Reflections;

/// <summary>
/// Plans "did you talk?" for each of a conversation that nobody spoke of: when its round has closed, or two weeks after it began where no round brought it. So many pairings a transaction.
/// Idempotent by the nudges that it plans: a pairing that has one is not looked at again. A crash leaves the pairings that it had not come to. Earlier rounds than the one that closed last
/// are left in peace: when a new version begins to ask, nobody is asked about last year.
/// </summary>
public sealed class AskWhoTalked(PairingBotDb db, PairingBook pairings, TimeProvider time) : IRecurringJob
{
    private const int AtOnce = 200;

    private static readonly TimeSpan TwoWeeks = TimeSpan.FromDays(14), TooLongAgo = TimeSpan.FromDays(56);

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var asked = 0;
        while (await AskNextAsync(cancel) is > 0 and var some) asked += some;
        return asked;
    }

    private async Task<int> AskNextAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = time.GetUtcNow();
        var (began, longAgo) = (now - TwoWeeks, now - TooLongAgo);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var silent = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT pairings.id AS "Value" FROM pairings JOIN programs ON programs.id = pairings.program_id JOIN installations ON installations.id = installation_id AND removed_at IS NULL
            LEFT JOIN rounds ON rounds.id = pairings.round_id
            WHERE pairings.state IN ('Introduced', 'TimeFound') AND introduced_at > {longAgo}
                AND CASE WHEN pairings.round_id IS NULL THEN introduced_at <= {began} ELSE rounds.state = 'Closed' AND NOT EXISTS (
                    SELECT 1 FROM rounds later WHERE later.program_id = rounds.program_id AND later.number > rounds.number AND later.state = 'Closed') END
                AND NOT EXISTS (SELECT 1 FROM nudges WHERE nudges.pairing_id = pairings.id AND nudges.kind = {NudgeCatalog.DidYouTalk.Key})
            ORDER BY introduced_at, pairings.id LIMIT {AtOnce} FOR UPDATE OF pairings SKIP LOCKED
            """).ToListAsync(cancel);
        foreach (var pairing in await db.Pairings.Where(row => silent.Contains(row.Id)).ToListAsync(cancel))
        {
            foreach (var person in await pairings.PeopleAsync(pairing, cancel))
                db.Nudges.Add(PlannedNudge.Plan(NudgeCatalog.DidYouTalk, pairing.Id, person.Id, WorkingHours.Of(person).NextFrom(now)));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return silent.Count;
    }
}
