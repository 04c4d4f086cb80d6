using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Chat;
using PairingBot.App.Conversations;
using PairingBot.App.Jobs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Programs;

/// <summary>
/// Looks, before a round, whether those who would take part are out of office: then they sit it out, and are told so with a button that takes it back. Calendars are read outside of any
/// transaction; what they say is written down, as no more than a yes or no for that round, together with the message. Idempotent by the round that each participant was last looked at for;
/// two hosts may both read, and one of them writes. A crash leaves those who were not looked at. A calendar that does not answer holds no round up, and whoever's cannot be read is not away.
/// </summary>
public sealed partial class LookForAbsences(PairingBotDb db, ICalendars calendars, Outbox outbox, TimeProvider time, ILogger<LookForAbsences> log) : IRecurringJob
{
    /// <summary>Outlook takes four requests at a time.</summary>
    private const int CallsAtOnce = 4;

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!calendars.IsOn) return 0;
        var now = time.GetUtcNow();
        var programs = await db.Programs.AsNoTracking().Where(program => program.NextRoundAt < now + Absence.Longest || program.RoundWantedAt <= now)
            .Join(db.Installations.AsNoTracking().Where(row => row.RemovedAt == null && row.JoinedTo == null), program => program.InstallationId, row => row.Id, (program, installation) => new { program, installation }).ToListAsync(cancel);
        var away = 0;
        foreach (var each in programs) away += await LookAsync(each.installation, each.program, now, cancel);
        return away;
    }

    private async Task<int> LookAsync(Installation installation, PairingProgram program, DateTimeOffset now, CancellationToken cancel)
    {
        var round = program.LastRoundNumber + 1;
        var unseen = await db.Participants.AsNoTracking().Where(participant => participant.ProgramId == program.Id && !participant.HasLeft && (participant.CalendarSeenFor == null || participant.CalendarSeenFor != round))
            .Join(db.People.AsNoTracking(), participant => participant.PersonId, person => person.Id, (participant, person) => new { participant, person })
            .Where(both => program.Admitted.Contains(both.person.Standing) && both.person.Unreachable == null && both.person.Name != "").ToListAsync(cancel);
        var due = unseen.FindAll(both => CalendarNames.Of(both.person) is not null && both.participant.IsEligible(round, program.NextRoundAt) && Absence.IsDue(program, both.person, now)).ConvertAll(both => both.person);
        var (seen, away) = (0, 0);
        foreach (var group in due.Chunk(ICalendars.MostAtOnce * CallsAtOnce))
        {
            var looks = await Task.WhenAll(group.Chunk(ICalendars.MostAtOnce).Select(people => ReadAsync(installation, people, Absence.Span(program, now), cancel)));
            List<Look> told = [.. looks.OfType<IReadOnlyList<Look>>().SelectMany(each => each)];
            (seen, away) = (seen + told.Count, away + await WriteAsync(program, round, told, now, cancel));
            if (looks.Any(each => each is null)) break; // the next run goes on
        }

        if (seen > 0) LogSeen(program.Id, round, seen, away);
        return away;
    }

    /// <returns>Null when the calendars may answer later.</returns>
    private async Task<IReadOnlyList<Look>?> ReadAsync(Installation installation, IReadOnlyList<Person> people, Slot span, CancellationToken cancel)
    {
        var read = await calendars.ReadAsync(installation.Key, [.. people.Select(person => CalendarNames.Of(person)!)], span.From, span.Until, cancel);
        if (read.Failure is { } failure) LogNotRead(installation.Id, failure);
        if (read.Failure is not null and not Gone) return null;
        return [.. people.Select(person => new Look(person, read.Value?.GetValueOrDefault(CalendarNames.Of(person)!) is { } busy && Absence.IsAway(WorkingHours.Of(person), busy, span)))];
    }

    /// <returns>How many sit the round out.</returns>
    private async Task<int> WriteAsync(PairingProgram read, int round, IReadOnlyList<Look> looks, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var program = await db.Programs.FromSql($"SELECT * FROM programs WHERE id = {read.Id} FOR NO KEY UPDATE").SingleAsync(cancel);
        if (program.LastRoundNumber + 1 != round) return 0; // it has opened meanwhile
        var ids = looks.Select(look => look.Person.Id).ToList();
        var participants = await db.Participants.FromSql($"SELECT * FROM participants WHERE program_id = {program.Id} AND person_id = ANY ({ids}) FOR NO KEY UPDATE").ToDictionaryAsync(row => row.PersonId, cancel);
        var away = 0;
        foreach (var look in looks)
        {
            if (!participants.TryGetValue(look.Person.Id, out var participant) || participant.CalendarSeenFor == round) continue; // another host was sooner, or they have said themselves
            var sitsOut = look.IsAway && participant.IsEligible(round, program.NextRoundAt);
            participant.SeeCalendar(round, sitsOut);
            if (!sitsOut) continue;
            outbox.ToPeople([look.Person], WeekWords.Away(program, look.Person, round), $"week-away:{program.Id:N}:{round}:{look.Person.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
            away++;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return away;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Program {Program}, round {Round}: the calendars of {People} people were looked at, and {Away} of them sit it out")]
    private partial void LogSeen(Guid program, int round, int people, int away);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Calendars of installation {Installation} could not be read ({Failure}): nobody there counts as away for that")]
    private partial void LogNotRead(Guid installation, DeliveryResult failure);

    private sealed record Look(Person Person, bool IsAway);
}
