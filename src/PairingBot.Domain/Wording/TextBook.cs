using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using PairingBot.Domain.Chat;

namespace PairingBot.Domain.Wording;

/// <summary>
/// The texts of one assembly in every language that there is. Which one is spoken is the thread's <see cref="CultureInfo.CurrentUICulture"/>, as everywhere in .NET; English stands in
/// for a language, or a text, that is not there yet.
/// </summary>
public sealed class TextBook
{
    private readonly FrozenDictionary<string, Language> languages;
    private readonly Language english;

    public TextBook(Assembly home)
    {
        english = Language.Read(home, "en");
        languages = new[] { ("en", english), (Language.Pseudo, english.Disguised()) }.ToFrozenDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The language that is spoken now.</summary>
    public Language Spoken => Find(CultureInfo.CurrentUICulture);

    /// <param name="key">"file.text".</param>
    /// <param name="holes">A value for each hole of the text, by its name.</param>
    /// <exception cref="KeyNotFoundException">There is no such text: a fault in the code, which the tests find.</exception>
    public ChatText Of(string key, params ReadOnlySpan<(string Name, Hole Value)> holes)
    {
        var spoken = Spoken;
        return (spoken.Find(key) ?? english.Find(key) ?? throw new KeyNotFoundException($"There is no text '{key}'.")).Fill(holes, spoken);
    }

    /// <summary>The same as words without marks: for labels, titles and whatever is stored as text.</summary>
    public string Plain(string key, params ReadOnlySpan<(string Name, Hole Value)> holes) => Of(key, holes).ReadAloud();

    private Language Find(CultureInfo culture)
    {
        for (var each = culture; each.Name.Length > 0; each = each.Parent)
        {
            if (languages.TryGetValue(each.Name, out var language)) return language;
        }

        return english;
    }
}
