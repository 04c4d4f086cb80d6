using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Programs;

/// <summary>What the bot answers when people come, pause, skip and go.</summary>
public static class MembershipWords
{
    public static Reply Joined(Person person, PairingProgram program) => new Say(new ChatMessage(
        "joined",
        Texts.Plain("membership.joined", ("program", program.Name), ("when", Moment(person, program.NextRoundAt))),
        [
            new Paragraph(Texts.Of("membership.joined", ("program", program.Name), ("when", Moment(person, program.NextRoundAt)))),
            new Paragraph(Texts.Of("membership.joined.more")),
            new Choices([new Choice(ChatActions.Settings, Texts.Plain("buttons.tell-more"), Tone: ChoiceTone.Primary), new Choice(ChatActions.Help, Texts.Plain("buttons.help"))]),
        ]));

    public static Reply AlreadyIn(Person person, PairingProgram program, Participant? participant = null) =>
        Reply.Say("already-in", Texts.Of("membership.already-in", ("when", Moment(person, program.NextFor(participant).At))));

    public static Reply WelcomeBack(Person person, PairingProgram program, Participant? participant = null) =>
        Reply.Say("welcome-back", Texts.Of("membership.welcome-back", ("when", Moment(person, program.NextFor(participant).At))));

    public static Reply Left => Reply.Say("left", Texts.Of("membership.left"));

    public static Reply NotIn => new Say(new ChatMessage(
        "not-in",
        Texts.Plain("membership.not-in.summary"),
        [
            new Paragraph(Texts.Of("membership.not-in")),
            new Choices([new Choice(ChatActions.Join, Texts.Plain("buttons.join"), Tone: ChoiceTone.Primary)]),
        ]));

    public static Reply Paused(DateOnly until) => new Say(new ChatMessage(
        "paused",
        Texts.Plain("membership.paused.summary", ("day", Days.Name(until))),
        [
            new Paragraph(Texts.Of("membership.paused", ("day", Days.Name(until)))),
            new Choices([new Choice(ChatActions.Resume, Texts.Plain("buttons.come-back-now"))]),
        ]));

    /// <summary>Asks until when; <paramref name="typed"/> is what was not understood, if anything was.</summary>
    public static Reply AskUntil(string typed) => new Say(new ChatMessage(
        "pause-until",
        Texts.Plain("membership.ask-until"),
        [
            new Paragraph(typed.Length == 0 ? Texts.Of("membership.ask-until") : Texts.Of("membership.ask-until.not-understood", ("typed", typed))),
            new Choices(
            [
                new Choice(ChatActions.Pause, Texts.Plain("buttons.pause-a-week"), "1 week"),
                new Choice(ChatActions.Pause, Texts.Plain("buttons.pause-two-weeks"), "2 weeks"),
                new Choice(ChatActions.Pause, Texts.Plain("buttons.pause-a-month"), "1 month"),
            ]),
            new Note(Texts.Of("membership.ask-until.examples")),
        ]));

    public static Reply Resumed(Person person, PairingProgram program, Participant? participant = null) =>
        Reply.Say("resumed", Texts.Of("membership.resumed", ("when", Moment(person, program.NextFor(participant).At))));

    public static Reply NothingToResume(Person person, PairingProgram program, Participant? participant = null) =>
        Reply.Say("nothing-to-resume", Texts.Of("membership.nothing-to-resume", ("when", Moment(person, program.NextFor(participant).At))));

    /// <param name="person">The person.</param>
    /// <param name="at">When the round opens that they sit out: by their own rhythm it need not be the program's next.</param>
    public static Reply Skipped(Person person, DateTimeOffset at) => new Say(new ChatMessage(
        "skipped",
        Texts.Plain("membership.skipped.summary"),
        [
            new Paragraph(Texts.Of("membership.skipped", ("when", Moment(person, at)))),
            new Choices([new Choice(ChatActions.Resume, Texts.Plain("buttons.take-part-after-all"))]),
        ]));

    public static Reply GoalSaved(string goal) => Reply.Say("goal-saved", Texts.Of("membership.goal-saved", ("goal", goal)));

    public static Reply AskGoal(string? current) =>
        Reply.Say("goal-ask", current is null ? Texts.Of("membership.ask-goal") : Texts.Of("membership.ask-goal.again", ("goal", current)));

    /// <summary>Gives back what was typed, so that it can be copied and cut.</summary>
    public static Reply GoalTooLong(string goal, int most) => Reply.Say("goal-too-long", Texts.Of("membership.goal-too-long", ("most", most), ("goal", goal)));

    public static Reply Stranger => Reply.Say("stranger", Texts.Of("membership.stranger"));

    public static Reply NotForGuests => Reply.Say("not-for-guests", Texts.Of("membership.not-for-guests"));

    /// <summary>To a guest who took part before it was known that they are one, or before guests were shown out; for nobody may be dropped in silence.</summary>
    public static ChatMessage GuestLeaves(PairingProgram program) => ChatMessage.Of("guest-leaves", Texts.Of("membership.guest-leaves", ("program", program.Name)));

    public static ChatSpan Moment(Person reader, DateTimeOffset at) => new Moment(at, Days.NameAndTime(at, reader.Zone));
}
