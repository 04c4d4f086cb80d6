using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Chat;

/// <summary>
/// Running text that is safe by construction: what people typed can only enter as <see cref="Words"/>, which every
/// platform escapes; mentions, emphasis, dates and links are spans of their own. Write it as
/// <c>ChatText.Of($"Hello {person.Mention}, {ChatText.Strong("two things")}: {whatTheyTyped}")</c>.
/// </summary>
public sealed record ChatText(ImmutableArray<ChatSpan> Spans)
{
    public static ChatText Empty { get; } = new([]);

    /// <summary>Takes an interpolated string: literals and strings become plain words, spans stay spans, texts are spliced in.</summary>
    public static ChatText Of(ChatTextHandler text) => new(text.Spans());

    public static ChatText Plain(string words) => new([new Words(words)]);

    public static ChatSpan Strong(string words) => new Strong(words);

    public static ChatText Join(string separator, IEnumerable<ChatText> texts)
    {
        var spans = ImmutableArray.CreateBuilder<ChatSpan>();
        foreach (var text in texts)
        {
            if (spans.Count > 0) spans.Add(new Words(separator));
            spans.AddRange(text.Spans);
        }

        return new ChatText(spans.ToImmutable());
    }

    /// <summary>The text as somebody would read it aloud: mentions by name, no marks.</summary>
    public string ReadAloud() => string.Concat(Spans.Select(span => span.ReadAloud()));

    public override string ToString() => ReadAloud();

    public bool Equals(ChatText? other) => other is not null && Spans.SequenceEqual(other.Spans);

    public override int GetHashCode() => Spans.Aggregate(0, HashCode.Combine);
}

/// <summary>One stretch of a <see cref="ChatText"/>. The set is closed: a platform renders each kind or does not compile.</summary>
public abstract record ChatSpan
{
    public abstract string ReadAloud();
}

/// <summary>Plain words, escaped by every platform.</summary>
public sealed record Words(string Text) : ChatSpan
{
    public override string ReadAloud() => Text;
}

/// <summary>Words with emphasis. Never put what people typed in here: some platforms have no escape for their own marks.</summary>
public sealed record Strong(string Text) : ChatSpan
{
    public override string ReadAloud() => Text;
}

/// <summary>
/// What somebody can type to the bot, as words of ours that stand in no language ("pause 2 weeks"); empty for the command alone, which opens one's home. Each platform shows it as it is typed there: after
/// a slash command, or as the words alone.
/// </summary>
public sealed record Command(string Typed) : ChatSpan
{
    /// <summary>The word that begins it where people type more than that to others, too.</summary>
    public const string Word = "coffee";

    /// <summary>As it is understood everywhere.</summary>
    public override string ReadAloud() => Typed.Length > 0 ? $"/{Word} {Typed}" : "/" + Word;
}

/// <summary>
/// A person by their id on the platform; <paramref name="Name"/> is what is read where a mention cannot be shown. <paramref name="LivesIn"/>: the installation in which the id means somebody, until
/// the text is bound to those who read it (<see cref="Readers"/>); null from then on.
/// </summary>
public sealed record Mention(string ExternalId, string Name, Guid? LivesIn = null) : ChatSpan
{
    public override string ReadAloud() => Name;
}

/// <summary>A channel by its id on the platform; <paramref name="LivesIn"/> as for a <see cref="Mention"/>.</summary>
public sealed record ChannelMention(string ExternalId, Guid? LivesIn = null) : ChatSpan
{
    public override string ReadAloud() => Texts.Plain("channel.some");
}

/// <summary>A moment, shown in the reader's own zone where the platform can; <paramref name="Fallback"/> is read elsewhere.</summary>
public sealed record Moment(DateTimeOffset At, string Fallback) : ChatSpan
{
    public override string ReadAloud() => Fallback;
}

/// <summary>A web address with words to press.</summary>
public sealed record WebLink(string Address, string Label) : ChatSpan
{
    public override string ReadAloud() => Label;
}

/// <summary>Collects the holes of an interpolated string for <see cref="ChatText.Of"/>.</summary>
[InterpolatedStringHandler]
public readonly ref struct ChatTextHandler(int literalLength, int formattedCount)
{
    private readonly List<ChatSpan> spans = new(formattedCount * 2 + Math.Min(literalLength, 1));

    public void AppendLiteral(string words) => spans.Add(new Words(words));

    public void AppendFormatted(string? words)
    {
        if (!string.IsNullOrEmpty(words)) spans.Add(new Words(words));
    }

    public void AppendFormatted(int number) => spans.Add(new Words(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public void AppendFormatted(ChatSpan span) => spans.Add(span);

    public void AppendFormatted(ChatText text) => spans.AddRange(text.Spans);

    public ImmutableArray<ChatSpan> Spans() => [.. spans];
}
