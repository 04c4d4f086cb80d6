using PairingBot.Domain.Chat;

namespace PairingBot.Domain.Wording;

/// <summary>Everything that the domain says, from the files beside this one: <c>Texts.Of("rounds.met", ("who", person.Mention))</c>.</summary>
public static class Texts
{
    private static readonly TextBook Book = new(typeof(Texts).Assembly);

    public static Language Spoken => Book.Spoken;

    /// <inheritdoc cref="TextBook.Of"/>
    public static ChatText Of(string key, params ReadOnlySpan<(string Name, Hole Value)> holes) => Book.Of(key, holes);

    /// <inheritdoc cref="TextBook.Plain"/>
    public static string Plain(string key, params ReadOnlySpan<(string Name, Hole Value)> holes) => Book.Plain(key, holes);

    /// <summary>"eight", "23": for running text.</summary>
    public static string Numeral(int number) => Plain("numbers.spelled", ("number", number));

    /// <summary>Labels of ours or words that somebody typed, one after the other: "a peer, a sponsor".</summary>
    public static string List(IEnumerable<string> items) => string.Join(Plain("lists.between"), items);

    /// <summary>"a peer, a coach or a sponsor".</summary>
    public static string Or(IReadOnlyList<string> items) => items.Count < 2 ? List(items) : Plain("lists.or", ("others", List(items.Take(items.Count - 1))), ("last", items[^1]));

    /// <summary>What is filled into other texts, one after the other: "Ana", "Ana and Ben", "Ana, Ben and Cem".</summary>
    public static ChatText And(IReadOnlyList<ChatText> items) => items.Count switch
    {
        0 => ChatText.Empty,
        1 => items[0],
        _ => Of("lists.and", ("others", ChatText.Join(Plain("lists.between"), items.Take(items.Count - 1))), ("last", items[^1])),
    };
}
