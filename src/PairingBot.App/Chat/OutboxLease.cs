using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;

namespace PairingBot.App.Chat;

/// <summary>
/// Who may send a row now, in the database's own words. A lease ends by itself, so a host that died lets go. Only the oldest waiting row of a lane can be leased:
/// what belongs to one conversation goes out in order. And only one host at a time sends for a workspace, because the pace that the vendor allows is the workspace's,
/// and a host knows only of its own calls.
/// </summary>
public sealed class OutboxLease(PairingBotDb db)
{
    /// <summary>So long a workspace belongs to the host that sends for it; renewed at half time. After a crash another host waits for its end.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10), HalfATurn = Turn / 2;

    /// <summary>Longer than any one call may take (ten seconds); each recorded step begins it anew.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    /// <summary>Whoever holds thousands of rows back does so until the same moment as others who just did: nobody does it again for a millisecond.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(0.25);

    /// <summary>Takes rows that are due, of workspaces for which this host may send. What goes to one person comes first: it is short, and somebody may wait for it.</summary>
    public async Task<List<OutboxMessage>> TakeAsync(string host, int most, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO senders (installation_id, host, until)
            SELECT due.installation_id, {host}, clock_timestamp() + {Turn}
            FROM (SELECT DISTINCT installation_id FROM outbox WHERE state = 'Waiting' AND next_attempt_at <= statement_timestamp()) due
            ON CONFLICT (installation_id) DO UPDATE SET host = excluded.host, until = excluded.until
            WHERE senders.until < clock_timestamp() OR (senders.host = excluded.host AND senders.until < clock_timestamp() + {HalfATurn})
            """, cancel);
        return await LeaseAsync(host, most, cancel);
    }

    /// <summary>Another host may send from now on.</summary>
    public Task LetGoAsync(string host, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"DELETE FROM senders WHERE host = {host}", cancel);

    /// <summary>
    /// In steps that cost the same whatever the database believes of the table, whose waiting rows are none at one moment and 25,000 at the next: a look that finds nothing due ends there,
    /// each lane is looked at once, and only what is picked is touched (and then looked at once more, under its lock).
    /// </summary>
    private Task<List<OutboxMessage>> LeaseAsync(string host, int most, CancellationToken cancel) => db.Outbox.FromSql(
        $"""
        WITH heads AS MATERIALIZED (
            SELECT DISTINCT ON (installation_id, lane) id, address, next_attempt_at, leased_until FROM outbox
            WHERE state = 'Waiting' AND EXISTS (SELECT 1 FROM outbox due WHERE due.state = 'Waiting' AND due.next_attempt_at <= statement_timestamp())
              AND installation_id IN (SELECT senders.installation_id FROM senders JOIN installations ON installations.id = senders.installation_id
                WHERE installations.removed_at IS NULL AND senders.host = {host} AND senders.until > clock_timestamp())
            ORDER BY installation_id, lane, id),
        picked AS MATERIALIZED (
            SELECT id FROM heads WHERE next_attempt_at <= statement_timestamp() AND (leased_until IS NULL OR leased_until < clock_timestamp())
            ORDER BY position(',' IN address) > 0, id LIMIT {most})
        UPDATE outbox SET leased_until = clock_timestamp() + {Length}, attempts = attempts + 1
        WHERE id IN (
            SELECT head.id FROM outbox head JOIN picked ON picked.id = head.id
            WHERE head.state = 'Waiting' AND head.next_attempt_at <= statement_timestamp() AND (head.leased_until IS NULL OR head.leased_until < clock_timestamp())
            FOR UPDATE OF head SKIP LOCKED)
        RETURNING *
        """).AsNoTracking().ToListAsync(cancel);

    /// <summary>The conversation exists: a crash from here on does not open it again.</summary>
    public async Task OpenedAsync(OutboxMessage row, string conversation, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"UPDATE outbox SET conversation_id = {conversation}, leased_until = clock_timestamp() + {Length} WHERE id = {row.Id}", cancel);
        await db.Database.ExecuteSqlAsync($"INSERT INTO conversations (installation_id, members, external_id) VALUES ({row.InstallationId}, {row.Address}, {conversation}) ON CONFLICT (installation_id, members) DO UPDATE SET external_id = excluded.external_id", cancel);
    }

    public Task<string?> KnownConversationAsync(OutboxMessage row, CancellationToken cancel) =>
        db.Conversations.Where(known => known.InstallationId == row.InstallationId && known.Members == row.Address).Select(known => known.ExternalId).FirstOrDefaultAsync(cancel);

    /// <summary>The conversation is no longer there, and with it whatever was posted in it.</summary>
    public async Task ForgetConversationAsync(OutboxMessage row, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM conversations WHERE installation_id = {row.InstallationId} AND members = {row.Address}", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE outbox SET conversation_id = NULL, message_id = NULL WHERE id = {row.Id}", cancel);
    }

    /// <summary>The opener stands: a crash from here on replaces it instead of posting another.</summary>
    public Task PostedAsync(OutboxMessage row, string messageId, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"UPDATE outbox SET message_id = {messageId}, leased_until = clock_timestamp() + {Length} WHERE id = {row.Id}", cancel);

    /// <summary>A plain post begins. Should its end never be told, it is known that it may have arrived.</summary>
    public Task PostingAsync(OutboxMessage row, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"UPDATE outbox SET posting = true, leased_until = clock_timestamp() + {Length} WHERE id = {row.Id}", cancel);

    /// <summary>Where an earlier row's message stands; null when it never went out, or nobody knows where.</summary>
    public async Task<(string? Conversation, string? Message)> PlaceOfAsync(long earlier, CancellationToken cancel)
    {
        var place = await db.Outbox.AsNoTracking().Where(row => row.Id == earlier).Select(row => new
        {
            row.MessageId,
            Conversation = row.ConversationId ?? db.Conversations.Where(known => known.InstallationId == row.InstallationId && known.Members == row.Address).Select(known => known.ExternalId).FirstOrDefault(),
        }).FirstOrDefaultAsync(cancel);
        return (place?.Conversation, place?.MessageId);
    }

    /// <summary>It may have arrived, and is not sent again.</summary>
    public Task PerhapsSentAsync(OutboxMessage row, string reason, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"UPDATE outbox SET state = 'PerhapsSent', sent_at = clock_timestamp(), leased_until = NULL, failure = {reason} WHERE id = {row.Id}", cancel);

    public Task SentAsync(OutboxMessage row, string? messageId, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"UPDATE outbox SET state = 'Sent', message_id = coalesce({messageId}, message_id), sent_at = clock_timestamp(), leased_until = NULL, failure = NULL WHERE id = {row.Id}", cancel);

    /// <summary>Not now. <paramref name="blameless"/>: the wait was asked for, so it does not count as an attempt.</summary>
    public Task WaitAsync(OutboxMessage row, TimeSpan wait, string? failure, bool blameless, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"UPDATE outbox SET next_attempt_at = clock_timestamp() + {wait}, attempts = attempts - {(blameless ? 1 : 0)}, leased_until = NULL, posting = false, failure = {failure} WHERE id = {row.Id}", cancel);

    /// <summary>
    /// The platform, or our own pace, holds a method back: rows of the workspace that would open a conversation (or replace a message) as this one does wait with it, instead of each
    /// being refused on its own. Posting is held back per conversation, so there each row is on its own. Several rows may be told so at one moment: what another one is just
    /// holding back is passed over, so that no two wait for each other.
    /// </summary>
    /// <returns>How many wait with it.</returns>
    public Task<int> HoldBackAlikeAsync(OutboxMessage row, TimeSpan wait, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        WITH moment AS MATERIALIZED (
            SELECT date_bin({Grain}, clock_timestamp() + {wait}, TIMESTAMPTZ 'epoch') + {Grain} AS until),
        steps AS MATERIALIZED (
            SELECT id, step, max(step) FILTER (WHERE id = {row.Id}) OVER () AS own FROM (SELECT id, CASE
                WHEN "to" <> 'People' OR updates_id IS NOT NULL THEN 'other'
                WHEN opener IS NOT NULL AND message_id IS NOT NULL THEN 'replace'
                WHEN conversation_id IS NULL AND NOT EXISTS (SELECT 1 FROM conversations WHERE conversations.installation_id = outbox.installation_id AND members = address) THEN 'open'
                ELSE 'post' END AS step
                FROM outbox WHERE installation_id = {row.InstallationId} AND (state = 'Waiting' OR id = {row.Id})) AS each),
        alike AS MATERIALIZED (
            SELECT outbox.id FROM steps JOIN outbox ON outbox.id = steps.id
            WHERE step = own AND own IN ('open', 'replace') AND outbox.id <> {row.Id}
              AND next_attempt_at < (SELECT until FROM moment) AND (leased_until IS NULL OR leased_until < clock_timestamp())
            FOR UPDATE OF outbox SKIP LOCKED)
        UPDATE outbox SET next_attempt_at = (SELECT until FROM moment) FROM alike WHERE outbox.id = alike.id
        """, cancel);

    /// <summary>Given up; and with one person's share the message as a whole, so that whoever looks at it finds that it did not reach everybody.</summary>
    public Task GoneAsync(OutboxMessage row, string failure, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"UPDATE outbox SET state = 'Gone', leased_until = NULL, failure = {failure} WHERE id = {row.Id} OR id = {row.PartOf}", cancel);

    /// <summary>One row becomes one for each person, in one transaction: its people have no conversation in common.</summary>
    /// <returns>False when it has been split, or ended, meanwhile.</returns>
    public async Task<bool> SplitAsync(OutboxMessage row, IEnumerable<OutboxMessage> shares, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Database.ExecuteSqlAsync($"UPDATE outbox SET state = 'Sent', sent_at = clock_timestamp(), leased_until = NULL, failure = NULL WHERE id = {row.Id} AND state = 'Waiting'", cancel) == 0) return false;
        db.Outbox.AddRange(shares);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Whether anything could be sent now, or is being sent.</summary>
    public Task<bool> IsBusyAsync(CancellationToken cancel) => db.Database.SqlQuery<bool>(
        $"SELECT EXISTS (SELECT 1 FROM outbox JOIN installations ON installations.id = installation_id AND removed_at IS NULL WHERE state = 'Waiting' AND (next_attempt_at <= clock_timestamp() OR leased_until > clock_timestamp())) AS \"Value\"").SingleAsync(cancel);
}
