using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Conversations;

/// <summary>What a series comes to at its date: the next conversation, a question, a wait, or an end. All of it belongs to the transaction of whoever calls.</summary>
public sealed class NextConversations(PairingBotDb db, PairingBook pairings, SeriesBook book, Outbox outbox)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <returns>Whether anything has changed.</returns>
    public async Task<bool> MoveAsync(Series series, DateTimeOffset now, CancellationToken cancel)
    {
        var program = await db.Programs.SingleAsync(row => row.Id == series.ProgramId, cancel);
        var last = await book.LastAsync(series, cancel);
        var people = await pairings.PeopleAsync(last, cancel);
        var ids = people.ConvertAll(person => person.Id);
        var participants = await db.Participants.Where(row => row.ProgramId == program.Id && ids.Contains(row.PersonId)).ToListAsync(cancel);
        var gone = people.FindAll(person => !program.Admits(person) || participants.Exists(row => row.PersonId == person.Id && row.HasLeft));
        if (gone.Count > 0 || last.State is PairingState.Ended or PairingState.Undeliverable) return Part(series, last, people, gone, now);
        if (series.NextAt > now) return false;
        if (WaitUntil(series, last, program, people, participants, now) is { } later)
        {
            series.Wait(later);
            return true;
        }

        if (series.State == SeriesState.LookingBack)
        {
            series.End(now);
            await book.TellEndedAsync(series, last, null, cancel);
        }
        else
        {
            var wasHeld = last.State == PairingState.Met;
            last.MissEachOther();
            if (series.ComeDue(wasHeld, now)) Begin(series, last, program, people, now);
            else await book.AskAsync(NudgeCatalog.SeriesMissed, last, people, now, cancel);
        }

        return true;
    }

    /// <summary>Somebody can no longer take part. Whose open conversation ended by it has been told already.</summary>
    private bool Part(Series series, Pairing last, List<Person> people, List<Person> gone, DateTimeOffset now)
    {
        series.End(now);
        if (last.State is PairingState.Ended or PairingState.Undeliverable) return true;
        last.MissEachOther();
        foreach (var person in people.Except(gone))
            outbox.ToPeople([person], SeriesWords.EndedByDeparture(series, gone), $"series-ended:{series.Id:N}:{person.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
        return true;
    }

    /// <summary>A pause of one stops the dates of all; a time that they have found is waited for; and nobody is written to outside of working hours. Null: it is time.</summary>
    private static DateTimeOffset? WaitUntil(Series series, Pairing last, PairingProgram program, List<Person> people, List<Participant> participants, DateTimeOffset now)
    {
        var paused = participants.Where(row => row.StateAt(now) == ParticipantState.Paused).Select(row => row.PausedUntil > now ? row.PausedUntil.Value : now + Week).ToList();
        if (paused.Count > 0) return WorkingCalendar.After(paused.Max(), 0, program.Cadence.Zone, people);
        if (series.HasTimeFor(last, now)) return WorkingCalendar.After(now + Week, 0, program.Cadence.Zone, people);
        return WorkingCalendar.After(now, 0, program.Cadence.Zone, people) is var moment && moment > now ? moment : null;
    }

    private void Begin(Series series, Pairing last, PairingProgram program, List<Person> people, DateTimeOffset now)
    {
        var type = RelationshipCatalog.Find(series.RelationshipType) ?? throw new InvalidOperationException($"A series holds the unknown relationship '{series.RelationshipType}'.");
        var next = Pairing.Continue(series, last, program, now);
        db.Pairings.Add(next);
        outbox.ToPeople(people, SeriesWords.Next(series, type, next, people), $"{Introductions.Key}{next.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
        db.Nudges.Add(PlannedNudge.Plan(NudgeCatalog.FindATime, next.Id, null, FindATime.DueAt(now, program, people)));
        db.Nudges.Add(PlannedNudge.Plan(NudgeCatalog.DidYouMeet, next.Id, null, DidYouMeet.DueAt(now, program, people)));
    }
}
