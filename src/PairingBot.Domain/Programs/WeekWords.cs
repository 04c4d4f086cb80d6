using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.Domain.Programs;

/// <summary>"In this week?": the question before a round, and what the bot says to the answers.</summary>
public static class WeekWords
{
    public static ChatMessage Question(PairingProgram program, Person person, int round) => new(
        "week-question",
        $"Are you in for the next round of {program.Name}?",
        [
            new Paragraph(ChatText.Of($"Are you in for the next round of {program.Name}? It opens {MembershipWords.Moment(person, program.NextRoundAt)}.")),
            new Choices([In(program, round), Skip(program, round)]),
            new Note(program.WeekQuestion == WeekQuestion.SilenceIsOut
                ? ChatText.Of($"If I hear nothing, you sit this one out.")
                : ChatText.Of($"If I hear nothing, you are in.")),
        ]);

    public static Reply IsIn(PairingProgram program, Person person, int round) => new Replace(new ChatMessage(
        "week-in",
        "You are in.",
        [
            new Paragraph(ChatText.Of($"You are in. Your match in {program.Name} comes {MembershipWords.Moment(person, program.NextRoundAt)}.")),
            new Choices([new Choice(ChatActions.WeekSkip, "Skip it after all", WeekAsking.Argument(program, round))]),
        ]));

    public static Reply IsOut(PairingProgram program, Person person, int round) => new Replace(new ChatMessage(
        "week-out",
        "You sit this round out.",
        [
            new Paragraph(ChatText.Of($"All right, you sit out the round of {MembershipWords.Moment(person, program.NextRoundAt)}. You are back in for the one after it.")),
            new Choices([new Choice(ChatActions.WeekIn, "Take part after all", WeekAsking.Argument(program, round))]),
        ]));

    /// <summary>The round has opened without waiting for this press.</summary>
    public static Reply TooLate(PairingProgram program, Person person, Participant participant) => new Replace(new ChatMessage(
        "week-too-late",
        "That round has opened already.",
        [
            new Paragraph(ChatText.Of($"That round of {program.Name} has opened already, so the answer comes too late for it. Your next match comes {MembershipWords.Moment(person, program.NextFor(participant).At)}.")),
            new Choices([new Choice(ChatActions.Skip, "Skip the next round")]),
        ]));

    /// <summary>Paused since the question came.</summary>
    public static Reply IsPaused(PairingProgram program) => new Replace(new ChatMessage(
        "week-paused",
        "You are paused.",
        [
            new Paragraph(ChatText.Of($"You are paused in {program.Name}, and I leave it so. If you would like to be in, come back first.")),
            new Choices([new Choice(ChatActions.Resume, "Come back now", Tone: ChoiceTone.Primary)]),
        ]));

    public static Choice In(PairingProgram program, int round) => new(ChatActions.WeekIn, "I'm in", WeekAsking.Argument(program, round), ChoiceTone.Primary);

    private static Choice Skip(PairingProgram program, int round) => new(ChatActions.WeekSkip, program.Cadence.Every == Every.Week ? "Skip this week" : "Skip this round", WeekAsking.Argument(program, round));
}
