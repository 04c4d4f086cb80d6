using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace PairingBot.Domain.Wording;

/// <summary>All texts of one language in one assembly, and how it counts.</summary>
public sealed class Language
{
    /// <summary>Microsoft's name for English in disguise, in which whatever was forgotten in the code stands out (https://learn.microsoft.com/globalization/methodology/pseudolocalization).</summary>
    public const string Pseudo = "qps-ploc";

    private readonly FrozenDictionary<string, TextPattern> texts;
    private readonly IReadOnlyList<string> keys;
    private readonly CultureInfo culture;
    private readonly Func<string, string> dress;

    private Language(CultureInfo culture, IReadOnlyList<(string Key, TextPattern Text)> texts, Func<string, string> dress)
    {
        (this.culture, this.dress) = (culture, dress);
        this.texts = texts.ToFrozenDictionary(text => text.Key, text => text.Text, StringComparer.Ordinal);
        keys = [.. texts.Select(text => text.Key)];
    }

    /// <summary>Every key, in the order of the files.</summary>
    public IReadOnlyList<string> Keys => keys;

    /// <summary>Reads the files <c>….{language}.….properties</c> that are embedded in the assembly.</summary>
    /// <exception cref="FormatException">A text is broken, or a key stands twice.</exception>
    internal static Language Read(Assembly home, string language)
    {
        List<(string Key, TextPattern Text)> read = [];
        foreach (var file in home.GetManifestResourceNames().Where(name => name.Contains($".{language}.", StringComparison.Ordinal) && name.EndsWith(".properties", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(home.GetManifestResourceStream(file)!);
            foreach (var (key, text) in PropertiesFile.Read(reader)) read.Add((key, Read(key, text)));
        }

        return read.CountBy(text => text.Key).FirstOrDefault(key => key.Value > 1).Key is { } twice ? throw new FormatException($"The key {twice} stands twice.") : new Language(CultureInfo.GetCultureInfo(language), read, words => words);
    }

    /// <summary>The same language in disguise.</summary>
    internal Language Disguised() => new(culture, [.. keys.Select(key => (key, texts[key].With(PseudoWords.Of)))], PseudoWords.Of);

    internal TextPattern? Find(string key) => texts.GetValueOrDefault(key);

    internal string Number(int number) => number.ToString("N0", culture);

    /// <summary>By one of .NET's patterns for dates and times, with the language's own names of days and months.</summary>
    internal string Moment(DateTime at, string pattern) => dress(at.ToString(pattern, culture));

    /// <summary>The category of a number by CLDR's rules (https://cldr.unicode.org/index/cldr-spec/plural-rules). A language that comes brings its line.</summary>
    internal string PluralOf(int number) => culture.TwoLetterISOLanguageName switch
    {
        "en" => number == 1 ? "one" : "other",
        _ => "other",
    };

    private static TextPattern Read(string key, string text)
    {
        try
        {
            return TextPattern.Read(text);
        }
        catch (FormatException broken)
        {
            throw new FormatException($"{key}: {broken.Message}", broken);
        }
    }
}
