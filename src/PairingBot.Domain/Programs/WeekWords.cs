using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Programs;

/// <summary>"In this week?": the question before a round, and what the bot says to the answers.</summary>
public static class WeekWords
{
    public static ChatMessage Question(PairingProgram program, Person person, int round) => new(
        "week-question",
        Texts.Plain("week.question.summary", ("program", program.Name)),
        [
            new Paragraph(Texts.Of("week.question", ("program", program.Name), ("when", MembershipWords.Moment(person, program.NextRoundAt)))),
            new Choices([In(program, round), Skip(program, round)]),
            new Note(Texts.Of(program.WeekQuestion == WeekQuestion.SilenceIsOut ? "week.silence-is-out" : "week.silence-is-in")),
        ]);

    public static Reply IsIn(PairingProgram program, Person person, int round) => new Replace(new ChatMessage(
        "week-in",
        Texts.Plain("week.in.summary"),
        [
            new Paragraph(Texts.Of("week.in", ("program", program.Name), ("when", MembershipWords.Moment(person, program.NextRoundAt)))),
            new Choices([new Choice(ChatActions.WeekSkip, Texts.Plain("week.skip-after-all"), WeekAsking.Argument(program, round))]),
        ]));

    public static Reply IsOut(PairingProgram program, Person person, int round) => new Replace(new ChatMessage(
        "week-out",
        Texts.Plain("week.out.summary"),
        [
            new Paragraph(Texts.Of("membership.skipped", ("when", MembershipWords.Moment(person, program.NextRoundAt)))),
            new Choices([new Choice(ChatActions.WeekIn, Texts.Plain("buttons.take-part-after-all"), WeekAsking.Argument(program, round))]),
        ]));

    /// <summary>The round has opened without waiting for this press.</summary>
    public static Reply TooLate(PairingProgram program, Person person, Participant participant) => new Replace(new ChatMessage(
        "week-too-late",
        Texts.Plain("week.too-late.summary"),
        [
            new Paragraph(Texts.Of("week.too-late", ("program", program.Name), ("when", MembershipWords.Moment(person, program.NextFor(participant).At)))),
            new Choices([new Choice(ChatActions.Skip, Texts.Plain("buttons.skip-next"))]),
        ]));

    /// <summary>Paused since the question came.</summary>
    public static Reply IsPaused(PairingProgram program) => new Replace(new ChatMessage(
        "week-paused",
        Texts.Plain("week.paused.summary"),
        [
            new Paragraph(Texts.Of("week.paused", ("program", program.Name))),
            new Choices([new Choice(ChatActions.Resume, Texts.Plain("buttons.come-back-now"), Tone: ChoiceTone.Primary)]),
        ]));

    /// <summary>Their calendar says that they are out of office.</summary>
    public static ChatMessage Away(PairingProgram program, Person person, int round) => new(
        "week-away",
        Texts.Plain("week.away.summary", ("program", program.Name)),
        [
            new Paragraph(Texts.Of("week.away", ("program", program.Name), ("when", MembershipWords.Moment(person, program.NextRoundAt)))),
            new Choices([In(program, round) with { Label = Texts.Plain("week.in-anyway") }]),
            new Note(Texts.Of("week.away-is-private")),
        ]);

    public static Choice In(PairingProgram program, int round) => new(ChatActions.WeekIn, Texts.Plain("week.im-in"), WeekAsking.Argument(program, round), ChoiceTone.Primary);

    private static Choice Skip(PairingProgram program, int round) => new(ChatActions.WeekSkip, Texts.Plain(program.Cadence.Every == Every.Week ? "week.skip-this-week" : "week.skip-this-round"), WeekAsking.Argument(program, round));
}
