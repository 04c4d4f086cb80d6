using System.Text;
using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>
/// From <see cref="ChatText"/> to the Markdown of a TextBlock. A moment is said in the words that we have for it: Teams documents that the cards' functions for dates are not supported there. A channel
/// can't be mentioned by a bot.
/// </summary>
internal static class CardText
{
    private const int LongestLine = 300, LongestAddress = 2000;

    /// <param name="text">What is said.</param>
    /// <param name="mentions">Takes in who is mentioned.</param>
    /// <param name="oneLine">For an item of a list, which a line break would end.</param>
    public static string Markdown(ChatText text, Mentions mentions, bool oneLine = false)
    {
        var safe = new StringBuilder();
        foreach (var span in text.Spans) Append(safe, span, mentions, oneLine);
        return safe.ToString().Trim();
    }

    /// <summary>One line of words without any marks of ours: a heading.</summary>
    public static string Markdown(string words) => Markdown(ChatText.Plain(Graphemes.Cut(words, LongestLine)), new Mentions(), oneLine: true);

    /// <summary>One line for where Teams shows words as they are: a button, a label, a choice.</summary>
    public static string Plain(string words, int longest = LongestLine) => Graphemes.Cut(TurnedText.Straighten(words).ReplaceLineEndings(" ").Trim(), longest) is { Length: > 0 } line ? line : Graphemes.Ellipsis;

    public static JsonObject Block(string markdown) => new() { ["type"] = "TextBlock", ["text"] = markdown, ["wrap"] = true };

    /// <summary>Without what stands beyond so many letters.</summary>
    public static ChatText Shorten(ChatText text, int most)
    {
        if (text.Spans.Sum(span => span.ReadAloud().Length) <= most) return text;
        List<ChatSpan> kept = [];
        foreach (var span in text.Spans)
        {
            var length = span.ReadAloud().Length;
            if (length > most)
            {
                kept.Add(new Words(span is Words words ? Graphemes.Cut(words.Text, Math.Max(most, 1)) : Graphemes.Ellipsis));
                break;
            }

            kept.Add(span);
            most -= length;
        }

        return new ChatText([.. kept]);
    }

    private static void Append(StringBuilder safe, ChatSpan span, Mentions mentions, bool oneLine)
    {
        switch (span)
        {
            case Strong strong: AppendStrong(safe, strong.Text); break;
            case Command command: AppendStrong(safe, SpokenWords.Typed(command)); break;
            case Mention mention: safe.Append(mentions.Of(mention)); break;
            case WebLink link when Address(link.Address) is { } address: AppendLink(safe, link.Label, address); break;
            case Words or Moment or ChannelMention or WebLink: TypedMarks.Append(safe, span.ReadAloud(), oneLine); break;
            default: throw new InvalidOperationException($"A span that Teams cannot show: {span.GetType().Name}.");
        }
    }

    /// <summary>Marks count only directly at the words, so blanks at the ends go outside; bold does not span lines.</summary>
    private static void AppendStrong(StringBuilder safe, string words)
    {
        var core = Markdown(words);
        if (core.Length == 0) return;
        if (char.IsWhiteSpace(words[0]) && safe.Length > 0) safe.Append(' ');
        safe.Append("**").Append(core).Append("**");
        if (char.IsWhiteSpace(words[^1])) safe.Append(' ');
    }

    private static void AppendLink(StringBuilder safe, string label, string address)
    {
        if (safe.Length > 0 && safe[^1] == '!') safe.Append('\u200B'); // or it would be a picture
        safe.Append('[').Append(Markdown(label.Replace('[', '(').Replace(']', ')')) is { Length: > 0 } words ? words : address).Append("](").Append(address).Append(')');
    }

    private static string? Address(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme is "https" or "mailto" && link.AbsoluteUri is { Length: < LongestAddress } written
            ? written.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("*", "%2A", StringComparison.Ordinal).Replace("_", "%5F", StringComparison.Ordinal)
            : null;
}
