namespace PairingBot.Domain.Chat;

/// <summary>Text from people in which some letters run from right to left, and the controls with which they could turn what stands beside it.</summary>
public static class TurnedText
{
    private const char Isolate = '\u2068';
    private const char IsolateEnd = '\u2069';

    /// <summary>
    /// Without the controls that turn text, but for a pair of isolate and its end on one line: such a pair turns nothing outside itself, and it is what keeps a name
    /// from right to left apart from the words beside it.
    /// </summary>
    public static string Straighten(string words)
    {
        if (!words.Any(IsTurning)) return words;
        HashSet<int> pairs = [];
        var open = -1;
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] == Isolate) open = at;
            else if (words[at] is '\n' or '\r') open = -1;
            else if (words[at] == IsolateEnd && open >= 0)
            {
                pairs.UnionWith([open, at]);
                open = -1;
            }
        }

        return string.Concat(words.Where((letter, at) => !IsTurning(letter) || pairs.Contains(at)));
    }

    private static bool IsTurning(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
