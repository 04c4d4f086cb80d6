using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Conversations;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;

namespace PairingBot.App.Installations;

/// <summary>
/// Asks the company's mailboxes where those live who take part and of whom nobody has said: neither they nor a directory. Each is asked once a month, outside of any transaction, and what somebody has
/// said meanwhile stays. Idempotent by the moment at which each was asked. A crash leaves those who were not asked.
/// </summary>
public sealed partial class LookForZones(PairingBotDb db, ICalendars calendars, TimeProvider time, ILogger<LookForZones> log) : IRecurringJob
{
    /// <summary>Outlook takes four requests at a time.</summary>
    private const int CallsAtOnce = 4;

    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromDays(30);

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!calendars.IsOn) return 0;
        var now = time.GetUtcNow();
        var unsaid = await db.People.AsNoTracking().Where(person => person.TimeZone == Zones.Unsaid && (person.ZoneAskedAt == null || person.ZoneAskedAt < now - AskedAgainAfter))
            .Where(person => db.Participants.Any(participant => participant.PersonId == person.Id && !participant.HasLeft))
            .Join(db.Installations.AsNoTracking().Where(row => row.RemovedAt == null), person => person.InstallationId, row => row.Id, (person, installation) => new { person, installation }).ToListAsync(cancel);
        var found = 0;
        foreach (var home in unsaid.Where(each => CalendarNames.Of(each.person) is not null).GroupBy(each => each.installation.Id))
            found += await AskAsync(home.First().installation, [.. home.Select(each => each.person)], now, cancel);
        return found;
    }

    private async Task<int> AskAsync(Installation installation, List<Person> people, DateTimeOffset now, CancellationToken cancel)
    {
        var found = 0;
        foreach (var group in people.Chunk(ICalendars.MostAtOnce * CallsAtOnce))
        {
            var answers = await Task.WhenAll(group.Chunk(ICalendars.MostAtOnce).Select(async some => (People: some, Read: await calendars.ZonesAsync(installation.Key, [.. some.Select(person => CalendarNames.Of(person)!)], cancel))));
            foreach (var (some, read) in answers)
            {
                if (read.Failure is { } failure) LogNotRead(installation.Id, failure);
                if (read.Failure is null or Gone) found += await KeepAsync(some, read.Value, now, cancel);
            }

            if (answers.Any(each => each.Read.Failure is not null)) break; // the next run goes on
        }

        return found;
    }

    private async Task<int> KeepAsync(Person[] asked, IReadOnlyDictionary<string, string>? zones, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ids = asked.Select(person => person.Id).ToList();
        var found = 0;
        foreach (var person in await db.People.FromSql($"SELECT * FROM people WHERE id = ANY ({ids}) ORDER BY id FOR NO KEY UPDATE").ToListAsync(cancel))
            found += person.AskedForZone(CalendarNames.Of(person) is { } name ? zones?.GetValueOrDefault(name) : null, now) ? 1 : 0;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return found;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The zones of people in installation {Installation} could not be read: {Failure}")]
    private partial void LogNotRead(Guid installation, DeliveryResult failure);
}
