using System.Globalization;

namespace PairingBot.Domain.Chat;

/// <summary>Cuts text where a reader sees a border: never inside an emoji, a flag or a letter with its marks.</summary>
public static class Graphemes
{
    public const string Ellipsis = "…";

    /// <summary>At most <paramref name="limit"/> UTF-16 units, the ellipsis included.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > limit - Ellipsis.Length) break;
            end = next;
        }

        return text[..end].TrimEnd() + Ellipsis;
    }

    /// <summary>The graphemes; one that is absurdly long (a letter under a heap of marks) comes in parts.</summary>
    public static IEnumerable<string> Of(string text)
    {
        const int absurd = 64;
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            if (length > absurd) length = char.IsHighSurrogate(text[at + absurd - 1]) ? absurd - 1 : absurd;
            yield return text.Substring(at, length);
            at += length;
        }
    }
}
