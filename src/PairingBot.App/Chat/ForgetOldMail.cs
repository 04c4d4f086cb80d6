using Microsoft.EntityFrameworkCore;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;

namespace PairingBot.App.Chat;

/// <summary>
/// Forgets mail that has done its work: sent and undeliverable messages after two weeks (also what waits for a workspace that has removed the bot), events after two weeks (vendors repeat them for at most a day).
/// Deleting twice is deleting once; a crash leaves some for the next run.
/// </summary>
public sealed class ForgetOldMail(PairingBotDb db) : IRecurringJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public async Task<int> RunAsync(CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"DELETE FROM outbox USING installations WHERE installations.id = installation_id AND (state <> 'Waiting' OR removed_at IS NOT NULL) AND outbox. created_at < clock_timestamp() - {Kept}", cancel)
        + await db.Database.ExecuteSqlAsync($"DELETE FROM inbox WHERE done_at < clock_timestamp() - {Kept}", cancel);
}
