using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PairingBot.Domain.Wording;

/// <summary>Reads one text from left to right.</summary>
internal sealed class TextReading(string text)
{
    private int at;

    public ImmutableArray<TextPart> All()
    {
        var parts = Parts(isInside: false, isPlural: false);
        return at == text.Length ? parts : throw Broken("a } closes nothing");
    }

    private ImmutableArray<TextPart> Parts(bool isInside, bool isPlural)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var words = new StringBuilder();
        while (at < text.Length && text[at] != '}')
        {
            if (Special(isPlural) is not { } special)
            {
                words.Append(Letter());
                continue;
            }

            if (words.Length > 0) parts.Add(new LiteralPart(words.ToString()));
            words.Clear();
            parts.Add(special);
        }

        if (words.Length > 0) parts.Add(new LiteralPart(words.ToString()));
        return isInside && at == text.Length ? throw Broken("a { is never closed") : parts.ToImmutable();
    }

    private TextPart? Special(bool isPlural) => text[at] switch
    {
        '{' => Hole(),
        '#' when isPlural => Skip(new CountPart(), 1),
        '<' when Starts("<b>") => new StrongPart(Marked("b"), IsTyped: false),
        '<' when Starts("<c>") => new StrongPart(Marked("c"), IsTyped: true),
        '<' when Starts("<t>") => new CommandPart(Marked("t")),
        '<' when at + 1 < text.Length && (text[at + 1] == '/' || char.IsAsciiLetter(text[at + 1])) => throw Broken("there is no such mark, or it was never opened"),
        _ => null,
    };

    private char Letter()
    {
        if (Starts("'{'") || Starts("'}'")) at++;
        else return text[at++];
        var brace = text[at];
        at += 2;
        return brace;
    }

    private string Marked(string tag)
    {
        var (start, end) = (at + 3, text.IndexOf($"</{tag}>", at, StringComparison.Ordinal));
        if (end < 0) throw Broken($"<{tag}> is never closed");
        at = end + 4;
        var words = text[start..end];
        return words.IndexOfAny(['{', '}', '<']) < 0 ? words : throw Broken($"<{tag}> may hold words only");
    }

    private TextPart Hole()
    {
        at++;
        var name = Name();
        if (Take('}')) return new HolePart(name);
        Expect(',');
        var kind = Name();
        Expect(',');
        var branches = Branches(kind == "plural");
        return kind switch
        {
            "plural" => new PluralPart(name, branches),
            "select" => new SelectPart(name, branches),
            _ => throw Broken($"{kind} is neither plural nor select"),
        };
    }

    private Dictionary<string, ImmutableArray<TextPart>> Branches(bool isPlural)
    {
        var branches = new Dictionary<string, ImmutableArray<TextPart>>(StringComparer.Ordinal);
        while (!Take('}'))
        {
            var key = Name();
            if (isPlural && !IsNumber(key)) throw Broken($"{key} is no kind of number");
            Expect('{');
            if (!branches.TryAdd(key, Parts(isInside: true, isPlural))) throw Broken($"the branch for {key} stands twice");
            Expect('}');
        }

        return branches.ContainsKey("other") ? branches : throw Broken("the branch for other is missing");
    }

    /// <summary>"=0", or one of CLDR's categories.</summary>
    private static bool IsNumber(string key) => key is "zero" or "one" or "two" or "few" or "many" or "other" || (key.Length > 1 && key[0] == '=' && key.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);

    private string Name()
    {
        Spaces();
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '=')) at++;
        return at > start ? text[start..at] : throw Broken("a name is missing");
    }

    private bool Take(char sign)
    {
        Spaces();
        if (at >= text.Length || text[at] != sign) return false;
        at++;
        return true;
    }

    private void Expect(char sign)
    {
        if (!Take(sign)) throw Broken($"{sign} is missing");
    }

    private void Spaces()
    {
        while (at < text.Length && text[at] == ' ') at++;
    }

    private CountPart Skip(CountPart part, int letters)
    {
        at += letters;
        return part;
    }

    private bool Starts(string sign) => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;

    private FormatException Broken(string how) => new(string.Create(CultureInfo.InvariantCulture, $"At {at} in “{text}”: {how}."));
}
