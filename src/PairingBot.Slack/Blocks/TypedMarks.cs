using System.Text;
using PairingBot.Domain.Chat;

namespace PairingBot.Slack.Blocks;

/// <summary>
/// Takes the force out of what people typed before it stands in mrkdwn, which has no escape for its own marks. Slack pairs a mark only
/// beside a word, so * _ ~ get a zero-width space on each side where they touch one (snake_case inside a word is no mark, and stays). A
/// backtick pairs anywhere: it becomes its look-alike. A quote at the start of a line gets a zero-width space before it. &amp; &lt; &gt; are
/// escaped later, by <see cref="Mrkdwn"/>. Controls that turn the direction of the text around it are left out everywhere (<see cref="TurnedText"/>).
/// </summary>
internal static class TypedMarks
{
    private const char ZeroWidth = '\u200B';
    private const char LookAlike = '\u02CB';

    public static string Defuse(string typed)
    {
        var words = TurnedText.Straighten(typed);
        if (!words.Any(IsSpecial)) return words;
        var safe = new StringBuilder(words.Length + 8);
        for (var at = 0; at < words.Length; at++)
        {
            var letter = words[at];
            if (letter == '`') safe.Append(LookAlike);
            else if (letter == '>' && IsLineStart(safe)) safe.Append(ZeroWidth).Append(letter);
            else if (letter is '*' or '_' or '~' && !IsInsideWord(words, at)) AppendMark(safe, letter, at + 1 < words.Length ? words[at + 1] : 'x');
            else safe.Append(letter);
        }

        return safe.ToString();
    }

    private static void AppendMark(StringBuilder safe, char mark, char next)
    {
        var before = safe.Length == 0 ? 'x' : safe[^1];
        if (before != ZeroWidth && !char.IsWhiteSpace(before)) safe.Append(ZeroWidth);
        safe.Append(mark);
        if (!char.IsWhiteSpace(next)) safe.Append(ZeroWidth);
    }

    private static bool IsInsideWord(string words, int at) =>
        at > 0 && at + 1 < words.Length && char.IsLetterOrDigit(words[at - 1]) && char.IsLetterOrDigit(words[at + 1]);

    private static bool IsLineStart(StringBuilder safe) => safe.Length == 0 || safe[^1] is '\n' or '\r';

    private static bool IsSpecial(char letter) => letter is '*' or '_' or '~' or '`' or '>';
}
