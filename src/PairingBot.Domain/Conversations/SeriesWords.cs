using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Conversations;

/// <summary>What the bot says when people go on with each other.</summary>
public static class SeriesWords
{
    public static Reply AgainKept => new Replace(ChatMessage.Of("again-kept", Texts.Of("series.again-kept")));

    public static Reply AgainSettled => Reply.Say("again-settled", Texts.Of("series.again-settled"));

    /// <summary>To one of those who all wish to meet again some day.</summary>
    public static ChatMessage SomeDay(IReadOnlyList<Person> others) =>
        new("some-day", Texts.Plain("series.some-day-summary"), [new Paragraph(Texts.Of("series.some-day", ("people", others.Count + 1), ("others", Introduction.Names(others))))]);

    /// <summary>To the group.</summary>
    public static ChatMessage Begun(Series series, int people, PairingProgram program) => new(
        "series-begun",
        Texts.Plain("series.begun-summary"),
        [
            new Paragraph(Texts.Of("series.begun", ("people", people), ("conversations", series.Conversations), ("weeks", series.WeeksApart), ("day", Day(series, program)))),
            new Note(Texts.Of("series.begun-note")),
            new Choices([Finish(series)]),
        ]);

    /// <summary>To the group, when the next conversation is due; no introduction, for they know each other.</summary>
    public static ChatMessage Next(Series series, RelationshipType type, Pairing pairing, IReadOnlyList<Person> people)
    {
        var organizer = people.First(person => person.Id == pairing.OrganizerId);
        return new ChatMessage(
            "series-next",
            Texts.Plain("series.next-summary"),
            [
                new Heading(type.ConversationName),
                new Paragraph(series.Missed > 0
                    ? Texts.Of("series.next-again", ("number", series.NextNumber), ("total", series.Conversations))
                    : Texts.Of("series.next", ("number", series.NextNumber), ("total", series.Conversations))),
                new Paragraph(Texts.Of("series.organizer", ("organizer", organizer.Mention))),
                new Choices(
                [
                    new Choice(ChatActions.TimeFound, Texts.Plain("series.time-found"), Introduction.Argument(pairing), ChoiceTone.Primary),
                    new Choice(ChatActions.Met, Texts.Plain("series.met"), Introduction.Argument(pairing)),
                    Finish(series),
                ]),
            ]);
    }

    /// <summary>To the group: all wish to go on after the last one, or after two that did not come about.</summary>
    public static ChatMessage More(Series series, int people, PairingProgram program) => new(
        "series-more",
        Texts.Plain("series.more-summary"),
        [new Paragraph(Texts.Of("series.more", ("people", people), ("day", Day(series, program))))]);

    public static Reply Answered(SeriesQuestion question, SeriesAnswer answer) => new Replace((question, answer) switch
    {
        (SeriesQuestion.Midway, SeriesAnswer.GoOn) => ChatMessage.Of("series-midway-go-on", Texts.Of("series.midway-go-on")),
        (SeriesQuestion.Midway, _) => ChatMessage.Of("series-midway-change", Texts.Of("series.midway-change")),
        _ => ChatMessage.Of("series-answer-kept", Texts.Of("series.answer-kept")),
    });

    public static Reply TooLate => Reply.Say("series-answer-late", Texts.Of("series.answer-late"));

    public static Reply IsOver => Reply.Say("series-over", Texts.Of("series.over"));

    /// <summary>To whoever finished it. No message is replaced: the button may stand in one that everybody reads.</summary>
    public static Reply Finished(Series series, IReadOnlyList<Person> others) =>
        Reply.Say("series-finished", Texts.Of("series.finished", ("held", series.Held), ("others", Introduction.Names(others))));

    /// <summary>To each of the others, with no word of who ended it, or why.</summary>
    public static ChatMessage Ended(Series series, IReadOnlyList<Person> others) =>
        new("series-ended", Texts.Plain("series.ended-summary"), [new Paragraph(Texts.Of("series.ended", ("held", series.Held), ("others", Introduction.Names(others))))]);

    /// <summary>To those who are left, when somebody can no longer take part.</summary>
    public static ChatMessage EndedByDeparture(Series series, IReadOnlyList<Person> gone) =>
        new("series-ended-gone", Texts.Plain("series.ended-summary"), [new Paragraph(Texts.Of("series.ended-gone", ("held", series.Held), ("gone", Introduction.Names(gone))))]);

    /// <summary>Asks before it counts.</summary>
    public static Choice Finish(Series series) => new(
        ChatActions.SeriesFinish,
        Texts.Plain("series.finish"),
        series.Id.ToString("N", CultureInfo.InvariantCulture),
        ChoiceTone.Danger,
        new Confirmation(Texts.Plain("series.finish-title"), Texts.Plain("series.finish-text"), Texts.Plain("series.finish-yes"), Texts.Plain("series.finish-no")));

    /// <summary>How a question of a series comes back in the press of a button.</summary>
    public static string Argument(Series series) => string.Create(CultureInfo.InvariantCulture, $"{series.Id:N}.{series.Asked}");

    private static string Day(Series series, PairingProgram program) => Days.Name(Zones.Day(program.Cadence.Zone, series.NextAt));
}
