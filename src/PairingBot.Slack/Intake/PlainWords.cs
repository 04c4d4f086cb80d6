using PairingBot.Domain.Chat;
using PairingBot.Slack.Wording;

namespace PairingBot.Slack.Intake;

/// <summary>What a person is told where there is no answer from the handlers.</summary>
internal static class PlainWords
{
    /// <summary>What was done may or may not have been kept, so nothing is claimed; everything that people do may be done twice.</summary>
    public static string FaultText => SlackTexts.Plain("answers.fault");

    public static ChatMessage Fault => ChatMessage.Of("slack-fault", SlackTexts.Of("answers.fault"));

    public static ChatMessage NotOpened => ChatMessage.Of("slack-not-opened", SlackTexts.Of("answers.not-opened"));

    public static ChatMessage OldButton => ChatMessage.Of("slack-old-button", SlackTexts.Of("answers.old-button"));

    public static ChatMessage OldForm => ChatMessage.Of("slack-old-form", SlackTexts.Of("answers.old-form"));

    /// <summary>Faults of a form where no field can show them.</summary>
    public static ChatMessage Faults(RefuseForm refusal) => ChatMessage.Of("slack-refused", ChatText.Join("\n", refusal.Faults.Values.Select(ChatText.Plain)));
}
