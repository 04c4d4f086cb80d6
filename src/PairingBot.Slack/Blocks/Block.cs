using System.Text.Json.Serialization;
using PairingBot.Domain.Chat;

namespace PairingBot.Slack.Blocks;

/// <summary>A block of Block Kit: only the kinds that we send.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(SectionBlock), "section")]
[JsonDerivedType(typeof(ContextBlock), "context")]
[JsonDerivedType(typeof(DividerBlock), "divider")]
[JsonDerivedType(typeof(ActionsBlock), "actions")]
[JsonDerivedType(typeof(InputBlock), "input")]
internal abstract record Block;

internal sealed record HeaderBlock(TextObject Text) : Block;

internal sealed record SectionBlock(TextObject Text) : Block;

internal sealed record ContextBlock(IReadOnlyList<TextObject> Elements) : Block;

internal sealed record DividerBlock : Block;

internal sealed record ActionsBlock(string BlockId, IReadOnlyList<Element> Elements) : Block;

internal sealed record InputBlock(string BlockId, TextObject Label, Element Element, TextObject? Hint, bool Optional) : Block;

/// <summary>Text in plain_text or mrkdwn. Marked text is verbatim: Slack must not make links, channels or mentions of what people typed.</summary>
internal sealed record TextObject(string Type, string Text, bool? Verbatim = null)
{
    /// <summary>Slack refuses empty text objects.</summary>
    private const string Nothing = "…";

    /// <summary>One line, cut to the limit on a grapheme's border; shown as it is, no marks, no escapes.</summary>
    public static TextObject Plain(string text, int limit)
    {
        var line = Graphemes.Cut(OneLine(TurnedText.Straighten(text)), limit);
        return new TextObject("plain_text", line.Length == 0 ? Nothing : line);
    }

    public static TextObject? PlainOrNull(string? text, int limit) => string.IsNullOrWhiteSpace(text) ? null : Plain(text, limit);

    public static TextObject Marked(string mrkdwn) => new("mrkdwn", mrkdwn, Verbatim: true);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}

internal sealed record View(
    string Type,
    IReadOnlyList<Block> Blocks,
    TextObject? Title = null,
    TextObject? Submit = null,
    TextObject? Close = null,
    string? CallbackId = null,
    string? PrivateMetadata = null);
