using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Conversations;

/// <summary>How the people of a conversation wish to leave it with each other, and the series that comes of it. What one person says, the others never hear.</summary>
public sealed class SeriesHandler(PairingBotDb db, PairingBook pairings, SeriesBook book, Outbox outbox)
{
    public async Task<Reply> AgainAsync(ChatTurn turn, string argument, Again wish, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        if (pairing.State != PairingState.Met) return ReflectionWords.NotMetYet;
        if (pairing.SeriesId is not null) return SeriesWords.AgainSettled;

        var answers = await db.AgainAnswers.Where(row => row.PairingId == pairing.Id).ToListAsync(cancel);
        var before = AgainAnswer.Agreed(answers, pairing.Members.Count);
        var own = answers.Find(answer => answer.PersonId == turn.Person.Id);
        if (own is null) answers.Add(db.AgainAnswers.Add(own = AgainAnswer.Of(pairing.Id, turn.Person.Id)).Entity);
        own.Say(wish, turn.Now);
        var agreed = AgainAnswer.Agreed(answers, pairing.Members.Count);
        if (agreed == Again.GoOn) await BeginAsync(turn, pairing, cancel);
        else if (agreed == Again.SomeDay && before != agreed) await SomeDayAsync(turn, pairing, cancel);
        return SeriesWords.AgainKept;
    }

    public async Task<Reply> AnswerAsync(ChatTurn turn, string argument, SeriesAnswer answer, CancellationToken cancel)
    {
        var (id, asked) = argument.Split('.', 2) is [var first, var second] && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (first, number) : (argument, 0);
        if (await FindAsync(turn, id, cancel) is not var (series, last)) return RoundWords.NotYours;
        if (series.IsOver) return SeriesWords.IsOver;
        if (series.Asked != asked || series.Question is not { } question) return SeriesWords.TooLate;

        var replies = await db.SeriesReplies.Where(row => row.SeriesId == series.Id && row.Asked == asked).ToListAsync(cancel);
        var own = replies.Find(reply => reply.PersonId == turn.Person.Id);
        if (own is null) replies.Add(db.SeriesReplies.Add(own = SeriesReply.To(series, turn.Person.Id)).Entity);
        own.Say(answer, turn.Now);
        var people = await pairings.PeopleAsync(last, cancel);
        switch (series.Weigh([.. replies.Select(reply => reply.Answer)], people.Count, turn.Now))
        {
            case SeriesTurn.Ends:
                await book.TellEndedAsync(series, last, turn.Person, cancel);
                return SeriesWords.Finished(series, people.FindAll(other => other.Id != turn.Person.Id)) is Say finished ? new Replace(finished.Message) : Reply.Nothing; // it stood in a message of their own
            case SeriesTurn.GoesOn:
                series.Wait(WorkingCalendar.After(series.NextAt, 0, turn.Program.Cadence.Zone, people));
                outbox.ToPeople(people, SeriesWords.More(series, people.Count, turn.Program));
                break;
        }

        return SeriesWords.Answered(question, answer);
    }

    public async Task<Reply> FinishAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (await FindAsync(turn, argument, cancel) is not var (series, last)) return RoundWords.NotYours;
        if (!series.End(turn.Now)) return SeriesWords.IsOver;
        await book.TellEndedAsync(series, last, turn.Person, cancel);
        return SeriesWords.Finished(series, await pairings.OthersAsync(last, turn.Person, cancel));
    }

    /// <summary>Never one of somebody else's.</summary>
    private async Task<(Series Series, Pairing Last)?> FindAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(argument, "N", out var id) || !await db.Pairings.AnyAsync(pairing => pairing.SeriesId == id && pairing.Members.Any(member => member.PersonId == turn.Person.Id), cancel)) return null;
        return await book.LockAsync(id, cancel) is { } series ? (series, await book.LastAsync(series, cancel)) : null;
    }

    private async Task BeginAsync(ChatTurn turn, Pairing first, CancellationToken cancel)
    {
        if (RelationshipCatalog.Find(first.RelationshipType) is not { } type) return;
        var people = await pairings.PeopleAsync(first, cancel);
        var series = Series.Begin(first, type.Series, turn.Now);
        series.Wait(WorkingCalendar.After(series.NextAt, 0, turn.Program.Cadence.Zone, people));
        db.Series.Add(series);
        first.Join(series, 1);
        outbox.ToPeople(people, SeriesWords.Begun(series, people.Count, turn.Program), $"series-begun:{series.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
    }

    private async Task SomeDayAsync(ChatTurn turn, Pairing pairing, CancellationToken cancel)
    {
        var people = await pairings.PeopleAsync(pairing, cancel);
        foreach (var person in people) outbox.ToPeople([person], SeriesWords.SomeDay(people.FindAll(other => other.Id != person.Id)));
    }
}
