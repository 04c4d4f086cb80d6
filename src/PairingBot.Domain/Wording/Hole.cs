using System.Collections.Immutable;
using PairingBot.Domain.Chat;

namespace PairingBot.Domain.Wording;

/// <summary>What is filled into a text: words, a number (which also chooses a plural), a span or a whole text. Strings, numbers, spans and texts become one by themselves.</summary>
public readonly record struct Hole
{
    private readonly object? value;

    private Hole(object? value) => this.value = value;

    /// <summary>For a plural.</summary>
    internal int Count => value is int number ? number : throw new InvalidOperationException($"A plural needs a number, and not “{Plain}”.");

    /// <summary>For a choice between branches.</summary>
    internal string Plain => value?.ToString() ?? "";

    public static implicit operator Hole(string? words) => new(words);

    public static implicit operator Hole(int number) => new(number);

    /// <summary>"yes" or "no", for a choice between branches.</summary>
    public static implicit operator Hole(bool isSo) => new(isSo ? "yes" : "no");

    public static implicit operator Hole(ChatSpan span) => new(span);

    public static implicit operator Hole(ChatText text) => new(text);

    internal ImmutableArray<ChatSpan> Spans(Language language) => value switch
    {
        ChatText text => text.Spans,
        ChatSpan span => [span],
        int number => [new Words(language.Number(number))],
        string { Length: > 0 } words => [new Words(words)],
        _ => [],
    };
}
