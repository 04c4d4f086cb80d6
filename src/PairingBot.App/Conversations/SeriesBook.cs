using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Reflections;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Conversations;

/// <summary>Finds series, locked, and does what both people and dates bring about. A pairing is locked before its series, wherever both are: so none waits for the other.</summary>
public sealed class SeriesBook(PairingBotDb db, PairingBook pairings, LearningNudges nudges, Outbox outbox)
{
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    /// <summary>Locked for this transaction, with what is open of it.</summary>
    public async Task<Series?> LockAsync(Guid id, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM pairings WHERE series_id = {id} AND state IN ('Introduced', 'TimeFound') ORDER BY id FOR UPDATE", cancel);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM series WHERE id = {id} FOR UPDATE", cancel);
        return await db.Series.FirstOrDefaultAsync(row => row.Id == id, cancel);
    }

    /// <summary>The conversation that was begun last: it holds the people of the series.</summary>
    public Task<Pairing> LastAsync(Series series, CancellationToken cancel) =>
        db.Pairings.Where(pairing => pairing.SeriesId == series.Id).OrderByDescending(pairing => pairing.IntroducedAt).ThenByDescending(pairing => pairing.SeriesNumber).FirstAsync(cancel);

    /// <summary>A conversation was held; if it was one of a series, each may be asked something the day after.</summary>
    public async Task HoldAsync(Pairing pairing, IReadOnlyList<Person> people, DateTimeOffset now, CancellationToken cancel)
    {
        if (pairing.SeriesId is not { } id || await LockAsync(id, cancel) is not { } series) return;
        Nudge? nudge = series.Hold(now) switch
        {
            SeriesQuestion.Midway => NudgeCatalog.SeriesMidway,
            SeriesQuestion.End => NudgeCatalog.SeriesEnd,
            _ => null,
        };
        if (nudge is not null) await AskAsync(nudge, pairing, people, now + ADay, cancel);
    }

    public async Task AskAsync(Nudge nudge, Pairing pairing, IReadOnlyList<Person> people, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var person in people) await nudges.PlanAsync(nudge, pairing, person, WorkingHours.Of(person).NextFrom(at), cancel);
    }

    /// <summary>It has ended: what is open is not waited for any more, and everybody but whoever ended it is told.</summary>
    /// <param name="series">Ended.</param>
    /// <param name="last">Its last conversation.</param>
    /// <param name="finisher">Null when nobody ended it but time.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task TellEndedAsync(Series series, Pairing last, Person? finisher, CancellationToken cancel)
    {
        last.MissEachOther();
        var people = await pairings.PeopleAsync(last, cancel);
        foreach (var person in people.Where(person => person.Id != finisher?.Id))
        {
            outbox.ToPeople(
                [person],
                SeriesWords.Ended(series, people.FindAll(other => other.Id != person.Id)),
                $"series-ended:{series.Id:N}:{person.Id:N}",
                whenInDoubt: WhenInDoubt.SendAgain);
        }
    }
}
