using System.Text;
using System.Text.RegularExpressions;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>
/// Takes the force out of what people typed before it stands in a TextBlock. Backslashes are no help: Teams on a phone shows some of them (AdaptiveCards#5590). So a mark that could pair becomes its
/// look-alike, and the others get a zero-width space where they would begin something: a list, a heading, a quote, a link with words of its own, a tag, an entity, a function of the card. A bare web
/// address stays what it is: whoever reads it sees where it leads.
/// </summary>
internal static partial class TypedMarks
{
    private const char ZeroWidth = '\u200B';
    private const char Asterisk = '∗';
    private const char Backtick = '\u02CB';

    /// <summary>Adds the words to what stands before them in the same TextBlock. A new line is a paragraph, as Teams wants it, or a blank where all must stay on one line.</summary>
    public static void Append(StringBuilder safe, string typed, bool oneLine)
    {
        var words = TurnedText.Straighten(typed).ReplaceLineEndings("\n");
        for (var at = 0; at < words.Length; at++)
        {
            var (before, letter, next) = (safe.Length == 0 ? '\n' : safe[^1], words[at], at + 1 < words.Length ? words[at + 1] : '\0');
            if (letter == '\n' || char.IsControl(letter)) AppendBreak(safe, isLine: letter == '\n' && !oneLine);
            else if (before == '\n' && char.IsWhiteSpace(letter)) continue; // four blanks at the start of a line make it code
            else if (before == '\n' && Beginning().IsMatch(words[at..Math.Min(words.Length, at + 12)])) safe.Append(ZeroWidth).Append(letter);
            else AppendMark(safe, before, letter, next, words.AsSpan(at));
        }
    }

    private static void AppendBreak(StringBuilder safe, bool isLine)
    {
        while (safe.Length > 0 && safe[^1] == ' ') safe.Length--;
        if (safe.Length > 0 && safe[^1] != '\n') safe.Append(isLine ? "\n\n" : " ");
    }

    private static void AppendMark(StringBuilder safe, char before, char letter, char next, ReadOnlySpan<char> rest)
    {
        if (letter == '*') safe.Append(IsBlank(before) && IsBlank(next) && before != '\n' ? letter : Asterisk);
        else if (letter == '`') safe.Append(Backtick);
        else if (letter == '_' && !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(next))) safe.Append(ZeroWidth).Append(letter).Append(ZeroWidth);
        else if (letter is '~' or '{' or '\\' or '<' or ']' or '&' && Begins(letter, next, rest)) safe.Append(letter).Append(ZeroWidth);
        else safe.Append(letter);
    }

    /// <summary>Whether the letter and what follows would be something else than they look like; at the end of the words anything may follow.</summary>
    private static bool Begins(char letter, char next, ReadOnlySpan<char> rest) => next == '\0' || letter switch
    {
        '~' or '{' => next == letter,
        '\\' => next == '\n' || char.IsAscii(next) && (char.IsPunctuation(next) || char.IsSymbol(next)),
        '<' => char.IsAsciiLetter(next) || next is '/' or '!' or '?',
        ']' => next is '(' or '[' or ':',
        _ => Entity().IsMatch(rest),
    };

    private static bool IsBlank(char letter) => letter == '\0' || char.IsWhiteSpace(letter);

    [GeneratedRegex(@"^(?:[#>+\-]|[0-9]{1,9}[.)])", RegexOptions.None, 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex("^&#?[A-Za-z0-9]{1,31};", RegexOptions.None, 1000)]
    private static partial Regex Entity();
}
