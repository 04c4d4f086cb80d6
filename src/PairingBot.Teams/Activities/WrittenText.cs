using System.Net;
using System.Text;
using System.Text.Json;

namespace PairingBot.Teams.Activities;

/// <summary>
/// What somebody wrote, without what Teams puts around it: the mention of the bot (no other's: their names stay), tags, entities, line breaks and spaces of every kind.
/// </summary>
internal static class WrittenText
{
    private static readonly string[] Breaks = ["p", "br", "div", "li", "ul", "ol", "tr", "td", "h1", "h2", "h3", "blockquote", "pre"];

    public static string Of(Activity activity)
    {
        var written = activity.Root.Text("text") ?? "";
        var ours = BotMentions(activity).Select(Name).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isMarkedUp = activity.Root.Text("textFormat") is "html" or "xml";
        return Fold(WebUtility.HtmlDecode(Untag(written, ours, isMarkedUp)));
    }

    public static bool MentionsBot(Activity activity) => BotMentions(activity).Any();

    private static IEnumerable<JsonElement> BotMentions(Activity activity) =>
        activity.Root.Items("entities").Where(entity => entity.Text("type") == "mention" && activity.IsUs(entity.Part("mentioned")));

    /// <summary>As it stands in the text, between its tags.</summary>
    private static string? Name(JsonElement mention) =>
        mention.Text("text") is { } text && text.IndexOf('>') is var open and >= 0 && text.IndexOf('<', open) is var end and > 0
            ? text[(open + 1)..end].Trim()
            : mention.Part("mentioned").Text("name")?.Trim();

    private static string Untag(string written, HashSet<string> ours, bool isMarkedUp)
    {
        var words = new StringBuilder(written.Length);
        for (var at = 0; at < written.Length;)
        {
            if (written[at] != '<' || TagAt(written, at) is not var (tag, next))
            {
                words.Append(written[at++]);
                continue;
            }

            if (tag == "at") at = Mention(written, next, ours, words);
            else if (isMarkedUp || tag == "/at") at = Gap(tag, next, words);
            else words.Append(written[at++]);
        }

        return words.ToString();
    }

    /// <summary>Leaves out the bot's name, and writes anybody else's.</summary>
    private static int Mention(string written, int from, HashSet<string> ours, StringBuilder words)
    {
        var end = written.IndexOf('<', from);
        if (end < 0) return from;
        var name = written[from..end].Trim();
        words.Append(' ').Append(ours.Contains(name) ? "" : name).Append(' ');
        return end;
    }

    private static int Gap(string tag, int next, StringBuilder words)
    {
        if (Breaks.Contains(tag.TrimStart('/'))) words.Append(' ');
        return next;
    }

    /// <summary>The name of the tag that begins here, in small letters and with its slash, and where it ends; null where there is none.</summary>
    private static (string Tag, int Next)? TagAt(string written, int at)
    {
        var end = written.AsSpan(at + 1).IndexOfAny('<', '>');
        if (end <= 0 || written[at + 1 + end] != '>') return null;
        var inside = written.AsSpan(at + 1, end);
        var length = 1 + inside[1..].IndexOfAnyExcept(Letters);
        var name = (length <= 0 ? inside : inside[..length]).ToString().ToLowerInvariant();
        return name.TrimStart('/').Length > 0 && char.IsAsciiLetter(name.TrimStart('/')[0]) ? (name, at + end + 2) : null;
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Without the character that no database takes, which an entity can spell.</summary>
    private static string Fold(string words) => string.Join(' ', words.Replace("\0", "", StringComparison.Ordinal).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
