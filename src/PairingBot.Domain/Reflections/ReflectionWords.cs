using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Reflections;

/// <summary>What the bot says around a reflection.</summary>
public static class ReflectionWords
{
    public static ChatMessage Prompt(Pairing pairing, IReadOnlyList<Person> others) => new(
        "reflection-prompt",
        "What did you take away?",
        [
            new Paragraph(ChatText.Of($"You met {Introduction.Names(others)}. What did you take away, and what will you do with it? Three short questions, for yourself alone.")),
            new Choices([new Choice(ChatActions.Reflect, "Look back", Introduction.Argument(pairing), ChoiceTone.Primary)]),
        ]);

    public static ChatMessage Kept(ReflectionAnswers answers) => ChatMessage.Of("reflection-kept", answers.ActionOn is { } day
        ? ChatText.Of($"Kept, for you alone. In about a week I'll ask how it is going with what you plan to do by {Days.Name(day)}.")
        : ChatText.Of($"Kept, for you alone. Press “Look back” again whenever you want to read it or add to it."));

    public static Reply NotMetYet { get; } = Reply.Say("not-met-yet", ChatText.Of($"The three questions open once one of you has pressed “We met”."));

    public static Reply Outcome(string outcome) => new Replace(ChatMessage.Of("action-outcome-" + outcome, outcome switch
    {
        "done" => ChatText.Of($"Well done. That is how a conversation turns into something."),
        "later" => ChatText.Of($"No hurry. I'll ask again in a week."),
        _ => ChatText.Of($"That's fine. Letting go is a decision, too."),
    }));

    public static Reply NoAction { get; } = Reply.Say("no-action", ChatText.Of($"This one is settled already. Thank you for telling me."));
}
