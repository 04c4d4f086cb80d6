using System.Globalization;
using System.Text;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Wording;

namespace PairingBot.Slack.Blocks;

/// <summary>
/// From <see cref="ChatText"/> to Slack's mrkdwn. Text is made of atoms that must stay whole (a grapheme with its escape, a mention, a date),
/// so that a long text can be split between any two of them.
/// </summary>
internal static class Mrkdwn
{
    /// <summary>Exactly the three characters that Slack wants escaped.</summary>
    public static string Escape(string words) => words.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    public static string Render(ChatText text) => string.Concat(Atoms(text));

    /// <summary>The text on one line, for a bullet: a line break that somebody typed must not end it.</summary>
    public static IEnumerable<string> LineAtoms(ChatText text) => Atoms(text).Select(atom => atom.ReplaceLineEndings(" "));

    /// <summary>The text in parts of at most <paramref name="limit"/>, split at blanks where there are any.</summary>
    public static IEnumerable<string> Split(ChatText text, int limit) => Split(Atoms(text), limit);

    public static IEnumerable<string> Split(IEnumerable<string> atoms, int limit)
    {
        var part = new StringBuilder();
        var blank = 0; // where the last blank of this part ends
        foreach (var atom in atoms)
        {
            if (part.Length + atom.Length > limit)
            {
                var end = blank > limit / 2 ? blank : part.Length;
                var full = part.ToString(0, end).Trim();
                if (full.Length > 0) yield return full;
                part.Remove(0, end);
                blank = 0;
            }

            part.Append(atom);
            if (atom is " " or "\n" or "\r\n") blank = part.Length;
        }

        var rest = part.ToString().Trim();
        if (rest.Length > 0) yield return rest;
    }

    private static IEnumerable<string> Atoms(ChatText text) => text.Spans.SelectMany(Atoms);

    private static IEnumerable<string> Atoms(ChatSpan span) => span switch
    {
        Words words => WordAtoms(words.Text),
        Strong strong => StrongAtoms(strong.Text),
        Command command => StrongAtoms(command.ReadAloud()),
        Mention mention => mention.LivesIn is null && IsId(mention.ExternalId) ? [$"<@{mention.ExternalId}>"] : WordAtoms(mention.Name),
        ChannelMention channel => channel.LivesIn is null && IsId(channel.ExternalId) ? [$"<#{channel.ExternalId}>"] : WordAtoms(channel.ReadAloud()),
        Moment moment => [Date(moment)],
        WebLink link => IsWeb(link.Address) ? [$"<{Address(link.Address)}|{LinkLabel(link.Label)}>"] : WordAtoms(link.Label),
        _ => throw new InvalidOperationException($"A span that Slack cannot show: {span.GetType().Name}."),
    };

    private static IEnumerable<string> WordAtoms(string words) => Graphemes.Of(TypedMarks.Defuse(words)).Select(Escape);

    /// <summary>Marks count only directly at the words, so blanks at the ends go outside; bold does not span lines.</summary>
    private static IEnumerable<string> StrongAtoms(string words)
    {
        var core = words.ReplaceLineEndings(" ").Trim();
        if (core.Length == 0) return words.Length == 0 ? [] : [" "];
        var start = char.IsWhiteSpace(words[0]) ? " " : "";
        var end = char.IsWhiteSpace(words[^1]) ? " " : "";
        return [$"{start}*{Escape(Graphemes.Cut(core.Replace('*', '∗'), 500))}*{end}"];
    }

    /// <summary>Shown in each reader's own zone; old clients show the words behind the bar.</summary>
    private static string Date(Moment moment) => string.Create(
        CultureInfo.InvariantCulture,
        $"<!date^{moment.At.ToUnixTimeSeconds()}^{SlackTexts.Plain("answers.moment", ("day", "{date_long_pretty}"), ("time", "{time}"))}|{Escape(Graphemes.Cut(moment.Fallback, 200))}>");

    private static string Address(string address) => Escape(address).Replace("|", "%7C").Replace(" ", "%20");

    private static string LinkLabel(string label) => Escape(Graphemes.Cut(TypedMarks.Defuse(label).ReplaceLineEndings(" "), 200));

    /// <summary>An id that is not one could close the mark and open another.</summary>
    private static bool IsId(string id) => id.Length is > 0 and < 64 && id.All(char.IsAsciiLetterOrDigit);

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme is ("https" or "http" or "mailto" or "slack") && address.Length < 2000;
}
