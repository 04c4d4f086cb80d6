using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;

namespace PairingBot.App.Chat;

/// <summary>
/// Who may send a row now, in the database's own words. A lease ends by itself, so a host that died lets go. Only the oldest waiting row of a lane can be leased:
/// what belongs to one conversation goes out in order.
/// </summary>
public sealed class OutboxLease(PairingBotDb db)
{
    /// <summary>Longer than any one call may take (ten seconds); each recorded step begins it anew.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    public Task<List<OutboxMessage>> TakeAsync(int most, CancellationToken cancel) => db.Outbox.FromSql(
        $"""
        UPDATE outbox SET leased_until = clock_timestamp() + {Length}, attempts = attempts + 1
        WHERE id IN (
            SELECT head.id FROM outbox head
            JOIN installations ON installations.id = head.installation_id AND installations.removed_at IS NULL
            WHERE head.state = 'Waiting' AND head.next_attempt_at <= clock_timestamp()
              AND (head.leased_until IS NULL OR head.leased_until < clock_timestamp())
              AND NOT EXISTS (SELECT 1 FROM outbox before
                WHERE before.installation_id = head.installation_id AND before.lane = head.lane AND before.state = 'Waiting' AND before.id < head.id)
            ORDER BY head.id LIMIT {most} FOR UPDATE OF head SKIP LOCKED)
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

    public Task GoneAsync(OutboxMessage row, string failure, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"UPDATE outbox SET state = 'Gone', leased_until = NULL, failure = {failure} WHERE id = {row.Id}", cancel);

    /// <summary>Whether anything could be sent now, or is being sent.</summary>
    public Task<bool> IsBusyAsync(CancellationToken cancel) => db.Database.SqlQuery<bool>(
        $"SELECT EXISTS (SELECT 1 FROM outbox JOIN installations ON installations.id = installation_id AND removed_at IS NULL WHERE state = 'Waiting' AND (next_attempt_at <= clock_timestamp() OR leased_until > clock_timestamp())) AS \"Value\"").SingleAsync(cancel);
}
