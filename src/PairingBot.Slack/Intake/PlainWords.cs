using PairingBot.Domain.Chat;

namespace PairingBot.Slack.Intake;

/// <summary>What a person is told where there is no answer from the handlers.</summary>
internal static class PlainWords
{
    /// <summary>What was done may or may not have been kept, so nothing is claimed; everything that people do may be done twice.</summary>
    public const string FaultText = "Something went wrong on our side. Please try again in a moment.";

    public static ChatMessage Fault { get; } = ChatMessage.Of("slack-fault", ChatText.Plain(FaultText));

    public static ChatMessage NotOpened { get; } = ChatMessage.Of("slack-not-opened", ChatText.Plain("Slack did not let us open the form in time. Please try again."));

    public static ChatMessage OldButton { get; } = ChatMessage.Of("slack-old-button", ChatText.Plain("That button is from an older version. Try /coffee."));

    public static ChatMessage OldForm { get; } = ChatMessage.Of("slack-old-form", ChatText.Plain("That form is from an older version, and nothing was saved. Try /coffee."));

    /// <summary>Faults of a form where no field can show them.</summary>
    public static ChatMessage Faults(RefuseForm refusal) => ChatMessage.Of("slack-refused", ChatText.Join("\n", refusal.Faults.Values.Select(ChatText.Plain)));
}
