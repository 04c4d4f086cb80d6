using PairingBot.Domain.Asks;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Programs;

/// <summary>What one can type, and the nearest word to one that nobody knows.</summary>
public static class HelpText
{
    private const int LongestNamed = 40;

    /// <summary>Each word that people type, as an example of it.</summary>
    private static readonly (string Word, string Typed)[] Lines =
    [
        ("join", "join"), ("goal", "goal"), ("ask", "ask"), ("settings", "settings"), ("why", "why"), ("me", "me"), ("reflect", "reflect"), ("skip", "skip"), ("pause", "pause 2 weeks"),
        ("resume", "resume"), ("leave", "leave"), ("admin", "admin"), ("preview", "preview"), ("connect", "connect"), ("disconnect", "disconnect"),
    ];

    public static ChatMessage Message(string? unknownWord)
    {
        List<MessagePiece> pieces = [];
        if (unknownWord is not null) pieces.AddRange(Unknown(unknownWord));
        pieces.Add(new Paragraph(Texts.Of("help.introduction")));
        pieces.Add(new Bullets([.. Lines.Select(line => Texts.Of("help.line", ("command", new Command(line.Typed)), ("what", Texts.Of($"help.what.{line.Word}"))))]));
        pieces.Add(new Note(Texts.Of("help.privacy")));
        return new ChatMessage("help", Texts.Plain("help.summary"), pieces);
    }

    private static IEnumerable<MessagePiece> Unknown(string word)
    {
        var isShort = word.Length <= LongestNamed; // nobody needs to read a whole paragraph back
        if (Nearest(TypedWord.Fold(word)) is not { } nearest)
        {
            yield return new Paragraph(isShort ? Texts.Of("help.unknown", ("word", word)) : Texts.Of("help.unknown.long"));
            yield break;
        }

        yield return new Paragraph(isShort ? Texts.Of("help.did-you-mean", ("word", word), ("command", new Command(nearest))) : Texts.Of("help.did-you-mean.long", ("command", new Command(nearest))));
        if (Press(nearest) is { } press) yield return new Choices([press]);
    }

    /// <summary>What one press can stand for. A goal has to be typed.</summary>
    private static Choice? Press(string word) => word switch
    {
        "join" => new(ChatActions.Join, Texts.Plain("buttons.join")),
        "ask" => AskWords.Press,
        "settings" => new(ChatActions.Settings, Texts.Plain("buttons.settings")),
        "why" => new(ChatActions.Why, Texts.Plain("buttons.see-why")),
        "me" => new(ChatActions.MyLearning, Texts.Plain("learning.home-button")),
        "skip" => new(ChatActions.Skip, Texts.Plain("buttons.skip-next")),
        "pause" => new(ChatActions.Pause, Texts.Plain("buttons.take-a-break")),
        "resume" => new(ChatActions.Resume, Texts.Plain("buttons.come-back")),
        "leave" => HomeScreen.Leave,
        "admin" => new(ChatActions.Admin, Texts.Plain("buttons.admin")),
        "preview" => new(ChatActions.Preview, Texts.Plain("buttons.see-next-round")),
        _ => null,
    };

    private static string? Nearest(string folded)
    {
        var nearest = IntentReader.CommandWords.MinBy(word => Distance(word, folded))!;
        return Distance(nearest, folded) <= Math.Max(1, nearest.Length / 3) ? nearest : null;
    }

    /// <summary>How many letters must be added, dropped, changed, or swapped with their neighbour (Damerau 1964), over at most the first 20 letters.</summary>
    private static int Distance(string one, string other)
    {
        other = other.Length > 20 ? other[..20] : other;
        var steps = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++) steps[i, j] = i == 0 || j == 0 ? i + j : Fewest(steps, one, other, i, j);
        }

        return steps[one.Length, other.Length];
    }

    private static int Fewest(int[,] steps, string one, string other, int i, int j)
    {
        var fewest = Math.Min(Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1, steps[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
        var areSwapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
        return areSwapped ? Math.Min(fewest, steps[i - 2, j - 2] + 1) : fewest;
    }
}
