using PairingBot.Domain.Chat;
using PairingBot.Teams.Cards;
using PairingBot.Teams.Wording;

namespace PairingBot.Teams.Intake;

/// <summary>What a person is told where there is no answer from the handlers.</summary>
internal static class PlainWords
{
    /// <summary>What was done may or may not have been kept, so nothing is claimed; everything that people do may be done twice.</summary>
    public static ChatMessage Fault => ChatMessage.Of("teams-fault", TeamsTexts.Of("answers.fault"));

    public static ChatMessage OldButton => ChatMessage.Of("teams-old-button", TeamsTexts.Of("answers.old-button"));

    public static ChatMessage OldForm => ChatMessage.Of("teams-old-form", TeamsTexts.Of("answers.old-form"));

    public static ChatMessage GotIt => ChatMessage.Of("teams-got-it", TeamsTexts.Of("dialogs.got-it"));

    public static ChatMessage FormBelow => ChatMessage.Of("teams-form-below", TeamsTexts.Of("dialogs.form-below"));

    public static ChatMessage FormAlone => ChatMessage.Of("teams-form-alone", TeamsTexts.Of("dialogs.form-alone"));

    public static ChatMessage NotOpened => ChatMessage.Of("teams-not-opened", TeamsTexts.Of("dialogs.not-opened"));

    /// <summary>Faults of a form where no field can show them.</summary>
    public static ChatMessage Faults(RefuseForm refusal) => ChatMessage.Of("teams-refused", ChatText.Join("\n", refusal.Faults.Values.Select(ChatText.Plain)));

    /// <summary>A message where only words are shown: without its buttons, and with its summary in front unless it begins with it.</summary>
    public static string ReadAloud(ChatMessage message)
    {
        var whole = string.Join('\n', message.Pieces.Select(Line).Where(line => line.Length > 0));
        var summary = SpokenWords.Summary(message).Trim();
        return whole.StartsWith(summary, StringComparison.Ordinal) ? whole : $"{summary}\n{whole}".Trim();
    }

    private static string Line(MessagePiece piece) => piece switch
    {
        Heading heading => heading.Text.Trim(),
        Paragraph paragraph => SpokenWords.Of(paragraph.Text).Trim(),
        Bullets bullets => string.Join('\n', bullets.Items.Select(item => "• " + SpokenWords.Of(item).Trim())),
        Note note => SpokenWords.Of(note.Text).Trim(),
        Divider or Choices => "",
        _ => throw new InvalidOperationException($"A piece that cannot be read aloud: {piece.GetType().Name}."),
    };
}
