using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;

namespace PairingBot.App.Chat;

/// <summary>Takes stored events one at a time, each for a minute. Its effect and the mark that it is done are one transaction; a crash in between leaves it to whoever looks after that minute.</summary>
public sealed class InboxLease(PairingBotDb db)
{
    /// <summary>After so many failures an event is given up; one bad event must not hold up the rest for ever.</summary>
    public const int MostAttempts = 8;

    private const string TookItsHostDown = "took-its-host-down";

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

    /// <summary>Gives up what was taken so often and never came to an end: whoever took it went down with it.</summary>
    /// <returns>How many.</returns>
    public Task<int> GiveUpAsync(CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"UPDATE inbox SET done_at = clock_timestamp(), body = ''::bytea, failure = {TookItsHostDown} WHERE done_at IS NULL AND attempts >= {MostAttempts} AND next_attempt_at <= clock_timestamp()", cancel);

    /// <summary>Done, in the same transaction as its effect. False when another host was faster: then the effect must be dropped.</summary>
    public async Task<bool> DoneAsync(InboxEvent inbound, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"UPDATE inbox SET done_at = clock_timestamp(), body = ''::bytea WHERE id = {inbound.Id} AND done_at IS NULL", cancel) > 0;

    /// <summary>Keeps the id of what is carried out at once, in the same transaction as its effect. False when it was carried out before; one that is on its way at this moment is waited for.</summary>
    public async Task<bool> FirstAsync(string platform, string delivery, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"INSERT INTO inbox (platform, event_id, body, attempts, done_at) VALUES ({platform}, {delivery}, ''::bytea, 1, clock_timestamp()) ON CONFLICT DO NOTHING", cancel) > 0;

    public Task FailedAsync(InboxEvent inbound, string failure, CancellationToken cancel) => inbound.Attempts < MostAttempts
        ? db.Database.ExecuteSqlAsync($"UPDATE inbox SET next_attempt_at = clock_timestamp() + {TimeSpan.FromSeconds(Math.Pow(2, inbound.Attempts))}, failure = {failure} WHERE id = {inbound.Id}", cancel)
        : db.Database.ExecuteSqlAsync($"UPDATE inbox SET done_at = clock_timestamp(), body = ''::bytea, failure = {failure} WHERE id = {inbound.Id}", cancel);

    public Task<bool> IsBusyAsync(CancellationToken cancel) => db.Inbox.AnyAsync(inbound => inbound.DoneAt == null && inbound.Attempts == 0, cancel);
}
