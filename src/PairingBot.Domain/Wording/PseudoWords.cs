using System.Text;

namespace PairingBot.Domain.Wording;

/// <summary>
/// English in disguise: every letter with an accent, so that it can still be read, and nothing that bypassed the files looks like it; and each vowel twice, because most languages need more
/// room than English, some a third more.
/// </summary>
internal static class PseudoWords
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", Accented = "áƀçđéƒǧĥíĵķļɱñóƥɋŕšŧúṽŵẋýžÁƁÇĐÉƑǦĤÍĴĶĻṀÑÓƤɊŔŠŦÚṼŴẊÝŽ", Vowels = "aeiou";

    public static string Of(string words)
    {
        var disguised = new StringBuilder(words.Length * 3 / 2);
        foreach (var letter in words)
        {
            disguised.Append(Plain.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place ? Accented[place] : letter);
            if (Vowels.Contains(letter, StringComparison.Ordinal)) disguised.Append(disguised[^1]);
        }

        return disguised.ToString();
    }
}
