using PairingBot.Domain.Chat;

namespace PairingBot.Slack.Blocks;

/// <summary>From the pieces of a message or home to blocks: long words take more than one block, empty ones take none.</summary>
internal static class PieceBlocks
{
    public static IReadOnlyList<Block> Render(IReadOnlyList<MessagePiece> pieces, int limit)
    {
        Block[] blocks = [.. pieces.SelectMany(Render)];
        return Fit(blocks, limit);
    }

    public static IEnumerable<Block> Sections(ChatText text) =>
        Mrkdwn.Split(text, SlackLimits.Section).Select(part => new SectionBlock(TextObject.Marked(part)));

    public static IEnumerable<Block> Header(string text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [new HeaderBlock(TextObject.Plain(text, SlackLimits.Header))];

    /// <summary>What is too much goes from the end, but the last row of buttons stays: without it the message could not be answered.</summary>
    public static IReadOnlyList<Block> Fit(IReadOnlyList<Block> blocks, int limit)
    {
        if (blocks.Count <= limit) return blocks;
        Block more = new ContextBlock([TextObject.Marked(Graphemes.Ellipsis)]);
        return blocks.LastOrDefault(block => block is ActionsBlock) is { } buttons && !blocks.Take(limit - 2).Contains(buttons)
            ? [.. blocks.Take(limit - 2), more, buttons]
            : [.. blocks.Take(limit - 1), more];
    }

    private static IEnumerable<Block> Render(MessagePiece piece, int index) => piece switch
    {
        Heading heading => Header(heading.Text),
        Paragraph paragraph => Sections(paragraph.Text),
        Bullets bullets => Lists(bullets),
        Note note => Mrkdwn.Split(note.Text, SlackLimits.Section).Select(part => new ContextBlock([TextObject.Marked(part)])),
        Divider => [new DividerBlock()],
        Choices choices => Buttons.Rows(choices, index),
        _ => throw new InvalidOperationException($"A piece that Slack cannot show: {piece.GetType().Name}."),
    };

    private static IEnumerable<Block> Lists(Bullets bullets)
    {
        var lines = bullets.Items.SelectMany((item, index) => BulletAtoms(item, index > 0));
        return Mrkdwn.Split(lines, SlackLimits.Section).Select(part => new SectionBlock(TextObject.Marked(part)));
    }

    private static IEnumerable<string> BulletAtoms(ChatText item, bool follows) =>
        [follows ? "\n" : "", "•  ", .. Mrkdwn.LineAtoms(item)];
}
