using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.Domain.Programs;

/// <summary>What the bot answers when people come, pause, skip and go.</summary>
public static class MembershipWords
{
    public static Reply Joined(Person person, PairingProgram program) => new Say(new ChatMessage(
        "joined",
        $"You are in. Your first match comes {Days.NameAndTime(program.NextRoundAt, person.Zone)}.",
        [
            new Paragraph(ChatText.Of($"You are in. Your first match in {program.Name} comes {Moment(person, program.NextRoundAt)}: somebody to talk with for 30 minutes, and a reason why.")),
            new Paragraph(ChatText.Of($"Nothing else is needed. If you like, tell me what you are trying to do, or what you know well; the match gets better for it.")),
            new Choices([new Choice(ChatActions.Settings, "Tell me more", Tone: ChoiceTone.Primary), new Choice(ChatActions.Help, "See what I can do")]),
        ]));

    public static Reply AlreadyIn(Person person, PairingProgram program, Participant? participant = null) =>
        Reply.Say("already-in", ChatText.Of($"You are already in. Your next match comes {Moment(person, program.NextFor(participant).At)}."));

    public static Reply WelcomeBack(Person person, PairingProgram program, Participant? participant = null) =>
        Reply.Say("welcome-back", ChatText.Of($"Welcome back. Your next match comes {Moment(person, program.NextFor(participant).At)}. What you told me before is still here."));

    public static Reply Left { get; } = Reply.Say("left", ChatText.Of($"You are out, and get no more matches. Thank you for having taken part. Should you miss it, type {ChatText.Strong("/coffee join")}."));

    public static Reply NotIn { get; } = new Say(new ChatMessage(
        "not-in",
        "You are not in yet.",
        [
            new Paragraph(ChatText.Of($"You are not in yet. One press, and you get your first match in the next round.")),
            new Choices([new Choice(ChatActions.Join, "Join", Tone: ChoiceTone.Primary)]),
        ]));

    public static Reply Paused(DateOnly until) => new Say(new ChatMessage(
        "paused",
        $"You are paused until {Days.Name(until)}.",
        [
            new Paragraph(ChatText.Of($"Enjoy the break. You are paused until {Days.Name(until)}, and back in from then on.")),
            new Choices([new Choice(ChatActions.Resume, "Come back now")]),
        ]));

    /// <summary>Asks until when; <paramref name="typed"/> is what was not understood, if anything was.</summary>
    public static Reply AskUntil(string typed) => new Say(new ChatMessage(
        "pause-until",
        "Until when would you like to pause?",
        [
            new Paragraph(typed.Length == 0
                ? ChatText.Of($"Until when would you like to pause?")
                : ChatText.Of($"I could not read “{typed}” as a day within the coming year. Until when would you like to pause?")),
            new Choices(
            [
                new Choice(ChatActions.Pause, "Pause a week", "1 week"),
                new Choice(ChatActions.Pause, "Pause two weeks", "2 weeks"),
                new Choice(ChatActions.Pause, "Pause a month", "1 month"),
            ]),
            new Note(ChatText.Of($"You can also type a day: {ChatText.Strong("/coffee pause monday")}, {ChatText.Strong("/coffee pause 24 December")} or {ChatText.Strong("/coffee pause 3 weeks")}.")),
        ]));

    public static Reply Resumed(Person person, PairingProgram program, Participant? participant = null) =>
        Reply.Say("resumed", ChatText.Of($"Good to have you back. Your next match comes {Moment(person, program.NextFor(participant).At)}."));

    public static Reply NothingToResume(Person person, PairingProgram program, Participant? participant = null) =>
        Reply.Say("nothing-to-resume", ChatText.Of($"You are not paused. Your next match comes {Moment(person, program.NextFor(participant).At)}."));

    /// <param name="person">The person.</param>
    /// <param name="at">When the round opens that they sit out: by their own rhythm it need not be the program's next.</param>
    public static Reply Skipped(Person person, DateTimeOffset at) => new Say(new ChatMessage(
        "skipped",
        "You sit out the next round.",
        [
            new Paragraph(ChatText.Of($"All right, you sit out the round of {Moment(person, at)}. You are back in for the one after it.")),
            new Choices([new Choice(ChatActions.Resume, "Take part after all")]),
        ]));

    public static Reply GoalSaved(string goal) =>
        Reply.Say("goal-saved", ChatText.Of($"Noted: “{goal}”. I'll look for somebody who can help with that, and it goes into your introduction."));

    public static Reply AskGoal(string? current) => Reply.Say("goal-ask", current is null
        ? ChatText.Of($"What are you trying to do, or where are you stuck? One sentence is enough: {ChatText.Strong("/coffee goal")} run meetings that people like to come to")
        : ChatText.Of($"Your goal is “{current}”. To change it, type {ChatText.Strong("/coffee goal")} and the new one."));

    /// <summary>Gives back what was typed, so that it can be copied and cut.</summary>
    public static Reply GoalTooLong(string goal, int most) =>
        Reply.Say("goal-too-long", ChatText.Of($"That is a little long to open a conversation with. Please say it in {most} characters or fewer. This is what you typed: {goal}"));

    public static Reply Stranger { get; } =
        Reply.Say("stranger", ChatText.Of($"I pair the people of this workspace. Perhaps your own workspace has me, too: please ask there."));

    public static Reply NotForGuests { get; } =
        Reply.Say("not-for-guests", ChatText.Of($"Here, only full members are paired. If you would like to take part, please ask the person who runs this workspace."));

    /// <summary>To a guest who took part before it was known that they are one, or before guests were shown out; for nobody may be dropped in silence.</summary>
    public static ChatMessage GuestLeaves(PairingProgram program) => ChatMessage.Of("guest-leaves", ChatText.Of(
        $"You are a guest in this workspace, and {program.Name} pairs full members only. So you get no matches there, and I am sorry that I did not say so sooner. If you would like to take part, please ask the person who runs the program. What you told me is kept for that day."));

    public static ChatSpan Moment(Person reader, DateTimeOffset at) => new Moment(at, Days.NameAndTime(at, reader.Zone));
}
