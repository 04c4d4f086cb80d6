using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;

namespace PairingBot.App.Chat;

/// <summary>Takes stored events one at a time. The row stays locked while it is worked on, in the transaction that records it as done: a crash leaves it as it was.</summary>
public sealed class InboxLease(PairingBotDb db)
{
    /// <summary>After so many failures an event is given up; one bad event must not hold up the rest for ever.</summary>
    public const int MostAttempts = 8;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    public async Task<InboxEvent?> TakeAsync(CancellationToken cancel)
    {
        var taken = await db.Inbox.FromSql(
            $"""
            UPDATE inbox SET attempts = attempts + 1, next_attempt_at = clock_timestamp() + {Length}
            WHERE id = (SELECT id FROM inbox WHERE done_at IS NULL AND next_attempt_at <= clock_timestamp() ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """).AsNoTracking().ToListAsync(cancel);
        return taken.Count > 0 ? taken[0] : null;
    }

    /// <summary>Done, in the same transaction as its effect. False when another host was faster: then the effect must be dropped.</summary>
    public async Task<bool> DoneAsync(InboxEvent inbound, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"UPDATE inbox SET done_at = clock_timestamp(), body = ''::bytea WHERE id = {inbound.Id} AND done_at IS NULL", cancel) > 0;

    public Task FailedAsync(InboxEvent inbound, string failure, CancellationToken cancel) => inbound.Attempts < MostAttempts
        ? db.Database.ExecuteSqlAsync($"UPDATE inbox SET next_attempt_at = clock_timestamp() + {TimeSpan.FromSeconds(Math.Pow(2, inbound.Attempts))}, failure = {failure} WHERE id = {inbound.Id}", cancel)
        : db.Database.ExecuteSqlAsync($"UPDATE inbox SET done_at = clock_timestamp(), body = ''::bytea, failure = {failure} WHERE id = {inbound.Id}", cancel);

    public Task<bool> IsBusyAsync(CancellationToken cancel) => db.Inbox.AnyAsync(inbound => inbound.DoneAt == null && inbound.Attempts == 0, cancel);
}
