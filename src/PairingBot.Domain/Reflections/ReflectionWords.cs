using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Reflections;

/// <summary>What the bot says around a reflection.</summary>
public static class ReflectionWords
{
    public static ChatMessage Prompt(Pairing pairing, IReadOnlyList<Person> others) => new(
        "reflection-prompt",
        Texts.Plain("reflection.prompt-summary"),
        [
            new Paragraph(Texts.Of("reflection.prompt", ("people", others.Count + 1), ("others", Introduction.Names(others)))),
            new Choices([new Choice(ChatActions.Reflect, Texts.Plain("reflection.look-back"), Introduction.Argument(pairing), ChoiceTone.Primary)]),
        ]);

    /// <param name="answers">What was written.</param>
    /// <param name="lines">How many lines are on their way to the partners.</param>
    /// <param name="others">The partners.</param>
    /// <param name="hasNewFind">Whether a line for the channel waits for its writer's word.</param>
    public static ChatMessage Kept(ReflectionAnswers answers, int lines, IReadOnlyList<Person> others, bool hasNewFind)
    {
        List<MessagePiece> pieces = [new Paragraph(answers.ActionOn is { } day ? Texts.Of("reflection.kept-with-action", ("day", Days.Name(day))) : Texts.Of("reflection.kept"))];
        if (lines > 0) pieces.Add(new Paragraph(Texts.Of("reflection.kept-shared", ("lines", lines), ("partners", Introduction.Names(others)))));
        if (hasNewFind) pieces.Add(new Paragraph(Texts.Of("reflection.kept-found")));
        return new ChatMessage("reflection-kept", Texts.Plain("reflection.kept-summary"), pieces);
    }

    /// <summary>To the partners.</summary>
    public static ChatMessage Shared(Person writer, IReadOnlyList<SharedLine> lines, IReadOnlyList<ReflectionQuestion> questions) => new(
        "reflection-shared",
        Texts.Plain("reflection.shared-summary"),
        [new Paragraph(Texts.Of("reflection.shared", ("who", writer.Mention))), .. lines.Select(line => new Paragraph(Line(writer, line, questions)))]);

    public static Reply NothingYet => Reply.Say("nothing-to-look-back-at", Texts.Of("reflection.nothing-yet"));

    public static Reply NotMetYet => Reply.Say("not-met-yet", Texts.Of("reflection.not-met-yet"));

    /// <summary>To the writer: what the channel would read, before it does.</summary>
    public static ChatMessage FindPreview(Pairing pairing, Reflection reflection, Person writer, string line, PairingProgram program)
    {
        var argument = string.Create(CultureInfo.InvariantCulture, $"{Introduction.Argument(pairing)}.{reflection.FoundNumber}");
        return new ChatMessage(
            "find-preview",
            Texts.Plain("reflection.found-preview-summary"),
            [
                new Paragraph(Texts.Of("reflection.found-preview", ("channel", ChannelWords.Channel(program)))),
                new Paragraph(Texts.Of("reflection.found-line", ("who", writer.Mention), ("line", line))),
                new Choices([new Choice(ChatActions.FindPost, Texts.Plain("reflection.found-post"), argument, ChoiceTone.Primary), new Choice(ChatActions.FindLeave, Texts.Plain("reflection.found-leave"), argument)]),
            ]);
    }

    /// <summary>To the channel.</summary>
    public static ChatMessage Find(PairingProgram program, Person writer, string line)
    {
        var text = Texts.Of("reflection.found-line", ("who", writer.Mention), ("line", line));
        return new ChatMessage("find", text.ReadAloud(), [new Paragraph(text), new Note(Texts.Of("reflection.found-note", ("program", program.Name)))]);
    }

    public static Reply FindPosted => new Replace(ChatMessage.Of("find-posted", Texts.Of("reflection.found-posted")));

    public static Reply FindLeft => new Replace(ChatMessage.Of("find-left", Texts.Of("reflection.found-left")));

    public static Reply FindTooLate => Reply.Say("find-too-late", Texts.Of("reflection.found-too-late"));

    public static Reply FindNowhere => new Replace(ChatMessage.Of("find-nowhere", Texts.Of("reflection.found-no-channel")));

    public static Reply Outcome(string outcome) => new Replace(ChatMessage.Of("action-outcome-" + outcome, outcome switch
    {
        "done" => Texts.Of("reflection.outcome-done"),
        "later" => Texts.Of("reflection.outcome-later"),
        _ => Texts.Of("reflection.outcome-dropped"),
    }));

    public static Reply Help(ActionHelp help) => new Replace(help switch
    {
        ActionHelp.Helped => ChatMessage.Of("action-helped", Texts.Of("reflection.help-helped")),
        ActionHelp.ALittle => ChatMessage.Of("action-helped-a-little", Texts.Of("reflection.help-a-little")),
        _ => ChatMessage.Of("action-helped-not-really", Texts.Of("reflection.help-not-really")),
    });

    public static Reply NoAction => Reply.Say("no-action", Texts.Of("reflection.no-action"));

    private static ChatText Line(Person writer, SharedLine line, IReadOnlyList<ReflectionQuestion> questions) => line.Question switch
    {
        ReflectionQuestions.Takeaway => Texts.Of("reflection.shared-takeaway", ("who", writer.ShortName), ("line", line.Text)),
        ReflectionQuestions.Given => Texts.Of("reflection.shared-given", ("who", writer.ShortName), ("line", line.Text)),
        ReflectionQuestions.Action => Texts.Of("reflection.shared-action", ("who", writer.ShortName), ("line", line.Text)),
        _ => Texts.Of("reflection.shared-own", ("question", questions.FirstOrDefault(question => question.Key == line.Question)?.Label ?? ""), ("line", line.Text)),
    };
}
