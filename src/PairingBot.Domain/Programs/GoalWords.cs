using PairingBot.Domain.Chat;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Programs;

/// <summary>What is said of a goal that counts, or no longer does.</summary>
public static class GoalWords
{
    /// <summary>What was written before no longer counts.</summary>
    public static Reply AskAnew(string before) => new Say(new ChatMessage(
        "goal-ask-anew",
        Texts.Plain("goals.ask-anew", ("goal", before)),
        [new Paragraph(Texts.Of("goals.ask-anew", ("goal", before))), new Choices([new Choice(ChatActions.KeepGoal, Texts.Plain("goals.keep"))])]));

    internal static ChatText AtHome(string? goal, bool isOld) => goal is null ? Texts.Of("goals.none-at-home") : isOld ? Texts.Of("goals.old-at-home", ("goal", goal)) : Texts.Of("goals.at-home", ("goal", goal));
}
