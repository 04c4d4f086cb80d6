using PairingBot.Domain.Chat;

namespace PairingBot.Slack.Blocks;

/// <summary>
/// A message as it is read aloud: screen readers read the top-level text and skip the blocks, and notifications show its beginning. So
/// it carries everything, buttons in square brackets, with the summary first unless the message begins with it anyway.
/// </summary>
internal static class SpokenText
{
    public static string Of(ChatMessage message)
    {
        var whole = string.Join('\n', message.Pieces.Select(Line).Where(line => line.Length > 0));
        var spoken = whole.StartsWith(message.Summary.Trim(), StringComparison.Ordinal) ? whole : $"{message.Summary.Trim()}\n{whole}";
        return CutEscaped(TurnedText.Straighten(spoken).Trim());
    }

    private static string Line(MessagePiece piece) => piece switch
    {
        Heading heading => heading.Text.Trim(),
        Paragraph paragraph => paragraph.Text.ReadAloud().Trim(),
        Bullets bullets => string.Join('\n', bullets.Items.Select(item => $"• {item.ReadAloud().ReplaceLineEndings(" ").Trim()}")),
        Note note => note.Text.ReadAloud().Trim(),
        Divider => "",
        Choices choices => string.Join("  ", choices.Items.Select(choice => $"[{choice.Label.Trim()}]")),
        _ => throw new InvalidOperationException($"A piece that cannot be read aloud: {piece.GetType().Name}."),
    };

    /// <summary>The limit counts escapes, which must stay whole.</summary>
    private static string CutEscaped(string spoken)
    {
        var escaped = Mrkdwn.Escape(spoken);
        if (escaped.Length <= SlackLimits.MessageText) return escaped;
        var first = Mrkdwn.Split(Graphemes.Of(spoken).Select(Mrkdwn.Escape), SlackLimits.MessageText - 1).First();
        return first + Graphemes.Ellipsis;
    }
}
