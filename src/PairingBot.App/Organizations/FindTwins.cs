using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Organizations;
using PairingBot.Domain.People;

namespace PairingBot.App.Organizations;

/// <summary>
/// Finds people whom two directories of an organization know by one e-mail address, and asks each of the two accounts, in private, whether it is theirs; so many a transaction. Idempotent by the pair of
/// accounts, which is kept together with the questions. A crash leaves those who are not asked yet. Asked are those of whom one takes part, and who both can be written to; an address that two people of
/// one side share says nothing.
/// </summary>
public sealed partial class FindTwins(PairingBotDb db, Outbox outbox, OutboxSignal signal, ILogger<FindTwins> log) : IRecurringJob
{
    private const int AtOnce = 100;

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!await db.Installations.AnyAsync(installation => installation.JoinedTo != null, cancel)) return 0;
        var asked = 0;
        while (await AskNextAsync(cancel) is > 0 and var some) asked += some;
        if (asked > 0) signal.Wake();
        return asked;
    }

    private async Task<int> AskNextAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var found = await db.Twins.FromSql(
            $"""
            WITH known AS (
                SELECT people.id, email, people.installation_id, coalesce(joined_to, installations.id) AS home FROM people JOIN installations ON installations.id = installation_id AND removed_at IS NULL
                WHERE email IS NOT NULL AND standing = 'Member' AND unreachable IS NULL AND people.name <> '' AND same_as IS NULL)
            INSERT INTO twins (one_id, other_id)
            SELECT one.id, other.id FROM known one JOIN known other ON other.email = one.email AND other.home = one.home AND other.installation_id <> one.installation_id AND one.id < other.id
            WHERE NOT EXISTS (SELECT 1 FROM twins WHERE one_id = one.id AND other_id = other.id)
                AND NOT EXISTS (SELECT 1 FROM people alike WHERE alike.email = one.email AND alike.installation_id IN (one.installation_id, other.installation_id) AND alike.id NOT IN (one.id, other.id))
                AND EXISTS (SELECT 1 FROM participants JOIN programs ON programs.id = program_id AND programs.installation_id = one.home WHERE person_id IN (one.id, other.id) AND NOT has_left)
            ORDER BY one.id, other.id LIMIT {AtOnce} ON CONFLICT DO NOTHING RETURNING *
            """).AsNoTracking().ToListAsync(cancel);
        foreach (var twins in found) await AskAsync(twins, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return found.Count;
    }

    private async Task AskAsync(Twins twins, CancellationToken cancel)
    {
        var (one, other) = (await db.People.SingleAsync(person => person.Id == twins.OneId, cancel), await db.People.SingleAsync(person => person.Id == twins.OtherId, cancel));
        foreach (var (reader, twin) in ((Person, Person)[])[(one, other), (other, one)])
            outbox.ToPeople([reader], TwinWords.Question(reader, twin, await db.Installations.SingleAsync(each => each.Id == twin.InstallationId, cancel)), $"twin:{reader.Id:N}:{twin.Id:N}");
        LogAsked(one.Id, other.Id);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{One} and {Other} were asked whether they are one person")]
    private partial void LogAsked(Guid one, Guid other);
}
