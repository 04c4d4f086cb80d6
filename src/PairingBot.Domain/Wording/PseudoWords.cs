namespace PairingBot.Domain.Wording;

/// <summary>English in disguise: every letter with an accent, so that it can still be read, and nothing that bypassed the files looks like it.</summary>
internal static class PseudoWords
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", Accented = "áƀçđéƒǧĥíĵķļɱñóƥɋŕšŧúṽŵẋýžÁƁÇĐÉƑǦĤÍĴĶĻṀÑÓƤɊŔŠŦÚṼŴẊÝŽ";

    public static string Of(string words) => string.Create(words.Length, words, (letters, from) =>
    {
        for (var i = 0; i < from.Length; i++) letters[i] = Plain.IndexOf(from[i], StringComparison.Ordinal) is >= 0 and var place ? Accented[place] : from[i];
    });
}
