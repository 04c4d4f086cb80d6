using System.Collections.Immutable;
using System.Globalization;
using PairingBot.Domain.Chat;

namespace PairingBot.Domain.Wording;

/// <summary>
/// One text of a language, read once: ICU's message format as far as we use it (https://unicode-org.github.io/icu/userguide/format_parse/messages/): holes
/// <c>{name}</c>, <c>{count, plural, =0 {…} one {…} other {# people}}</c> and <c>{kind, select, pair {…} other {…}}</c>; <c>&lt;b&gt;</c> around what is stressed and
/// <c>&lt;c&gt;</c> around what stands as it is in every language; <c>&lt;t&gt;</c> around what one can type to the bot (<see cref="Command"/>). None may hold a hole: what people typed is never stressed. A brace is written <c>'{'</c>, and <c>&lt;</c> stands for itself before anything but a letter or a slash.
/// </summary>
internal sealed class TextPattern
{
    private readonly ImmutableArray<TextPart> parts;

    private TextPattern(ImmutableArray<TextPart> parts) => this.parts = parts;

    /// <exception cref="FormatException">Says where the text is broken.</exception>
    public static TextPattern Read(string text) => new(new TextReading(text).All());

    /// <summary>Every hole, also those in one branch only.</summary>
    public IEnumerable<string> Holes => Names(parts).Distinct(StringComparer.Ordinal);

    /// <summary>The same with other words: for each stretch of text that is not typed as it stands.</summary>
    public TextPattern With(Func<string, string> words) => new(Change(parts, words));

    /// <exception cref="ArgumentException">A hole has no value.</exception>
    public ChatText Fill(ReadOnlySpan<(string Name, Hole Value)> holes, Language language)
    {
        var spans = ImmutableArray.CreateBuilder<ChatSpan>();
        Fill(parts, holes, language, null, spans);
        return new ChatText(spans.ToImmutable());
    }

    private static void Fill(ImmutableArray<TextPart> parts, ReadOnlySpan<(string Name, Hole Value)> holes, Language language, int? count, ImmutableArray<ChatSpan>.Builder spans)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case LiteralPart literal: spans.Add(new Words(literal.Text)); break;
                case StrongPart strong: spans.Add(new Strong(strong.Text)); break;
                case CommandPart command: spans.Add(new Command(command.Typed)); break;
                case CountPart: spans.Add(new Words(language.Number(count ?? throw new FormatException("A # stands outside of a plural.")))); break;
                case HolePart hole: spans.AddRange(Find(holes, hole.Name).Spans(language)); break;
                case PluralPart plural:
                    var number = Find(holes, plural.Name).Count;
                    Fill(plural.Branch(number, language), holes, language, number, spans);
                    break;
                case SelectPart select: Fill(select.Branch(Find(holes, select.Name).Plain), holes, language, count, spans); break;
            }
        }
    }

    private static Hole Find(ReadOnlySpan<(string Name, Hole Value)> holes, string name)
    {
        foreach (var (known, value) in holes)
        {
            if (known == name) return value;
        }

        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Nothing is given for {{{name}}}."), nameof(holes));
    }

    private static IEnumerable<string> Names(ImmutableArray<TextPart> parts) => parts.SelectMany(part => part switch
    {
        HolePart hole => [hole.Name],
        PluralPart plural => plural.Branches.Values.SelectMany(Names).Prepend(plural.Name),
        SelectPart select => select.Branches.Values.SelectMany(Names).Prepend(select.Name),
        _ => Enumerable.Empty<string>(),
    });

    private static ImmutableArray<TextPart> Change(ImmutableArray<TextPart> parts, Func<string, string> words) =>
    [
        .. parts.Select(part => part switch
        {
            LiteralPart literal => new LiteralPart(words(literal.Text)),
            StrongPart { IsTyped: false } strong => new StrongPart(words(strong.Text), false),
            PluralPart plural => new PluralPart(plural.Name, plural.Branches.ToDictionary(branch => branch.Key, branch => Change(branch.Value, words))),
            SelectPart select => new SelectPart(select.Name, select.Branches.ToDictionary(branch => branch.Key, branch => Change(branch.Value, words))),
            _ => part,
        }),
    ];
}

/// <summary>A piece of a text. The set is closed.</summary>
internal abstract record TextPart;

internal sealed record LiteralPart(string Text) : TextPart;

/// <summary><paramref name="IsTyped"/>: a command, the same in every language.</summary>
internal sealed record StrongPart(string Text, bool IsTyped) : TextPart;

/// <summary>The same in every language, and not on every platform.</summary>
internal sealed record CommandPart(string Typed) : TextPart;

internal sealed record HolePart(string Name) : TextPart;

/// <summary>The number of the plural around it.</summary>
internal sealed record CountPart : TextPart;

/// <summary>By exact number ("=0") or by the language's category ("one", "other").</summary>
internal sealed record PluralPart(string Name, IReadOnlyDictionary<string, ImmutableArray<TextPart>> Branches) : TextPart
{
    public ImmutableArray<TextPart> Branch(int number, Language language) =>
        Branches.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"={number}"), out var exact) ? exact
        : Branches.TryGetValue(language.PluralOf(number), out var category) ? category : Branches["other"];
}

internal sealed record SelectPart(string Name, IReadOnlyDictionary<string, ImmutableArray<TextPart>> Branches) : TextPart
{
    public ImmutableArray<TextPart> Branch(string value) => Branches.TryGetValue(value, out var branch) ? branch : Branches["other"];
}
