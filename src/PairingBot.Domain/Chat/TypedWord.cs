using System.Globalization;
using System.Text;

namespace PairingBot.Domain.Chat;

/// <summary>
/// A word that somebody typed, and what it comes to beside the words that we know: full-width letters, accents, the Turkish i with and without its dot, letters
/// of no width, quotation marks and the full stop at the end make no difference. Written in another alphabet it stays another word.
/// </summary>
internal static class TypedWord
{
    private static readonly char[] Around = ['"', '\'', '“', '”', '‘', '’', '«', '»', '`', '*', '_', '~', '.', ',', ';', ':', '!', '/', '(', ')'];

    /// <summary>Takes away the space around it, of whatever width.</summary>
    public static string Trim(string typed)
    {
        var (start, end) = (0, typed.Length);
        while (start < end && IsSpace(typed[start])) start++;
        while (end > start && IsSpace(typed[end - 1])) end--;
        return typed[start..end];
    }

    /// <summary>The first word, and what follows it.</summary>
    public static (string First, string Others) Split(string typed)
    {
        var words = Trim(typed);
        var end = 0;
        while (end < words.Length && !char.IsWhiteSpace(words[end])) end++;
        return (words[..end], Trim(words[end..]));
    }

    /// <summary>The word in its plainest letters; "?" stays what it is.</summary>
    public static string Fold(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in Decompose(word.Trim(Around)).ToLowerInvariant())
        {
            if (char.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)) plain.Append(letter == 'ı' ? 'i' : letter);
        }

        return plain.ToString().Trim(Around) is { Length: > 0 } letters ? letters : word; // marks alone are a word, too, if one that nobody knows
    }

    /// <summary>Half a character is no text, and stays as it is.</summary>
    private static string Decompose(string word)
    {
        try
        {
            return word.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return word;
        }
    }

    private static bool IsSpace(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
