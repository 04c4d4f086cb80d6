using System.Globalization;
using System.Text;

namespace PairingBot.Domain.People;

/// <summary>
/// Names as directories have them: with line breaks, with marks that turn the direction of the text around them, in scripts that run from right to left. What is
/// kept is one clean line; what stands in a text is kept apart from the direction of the words beside it.
/// </summary>
public static class PersonName
{
    private const char Begin = '\u2068', End = '\u2069'; // first-strong isolate, and its end

    /// <summary>One line without control characters and without marks of direction; joiners stay, because scripts and emoji are made with them.</summary>
    public static string Clean(string name)
    {
        var line = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (IsTurning(letter)) continue;
            if (char.IsControl(letter) || char.IsWhiteSpace(letter)) line.Append(' ');
            else line.Append(letter);
        }

        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static string First(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : name;

    /// <summary>A name from right to left must not pull the digits and marks beside it to its other side.</summary>
    public static string InText(string name) => name.Any(IsRightToLeft) ? $"{Begin}{name}{End}" : name;

    private static bool IsTurning(char letter) => letter is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms; the high surrogates of the right-to-left planes count, too.</summary>
    private static bool IsRightToLeft(char letter) =>
        letter is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') or (>= '\uD802' and <= '\uD803') or (>= '\uD83A' and <= '\uD83B')
        && char.GetUnicodeCategory(letter) != UnicodeCategory.OtherNotAssigned;
}
