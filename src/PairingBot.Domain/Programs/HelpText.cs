using PairingBot.Domain.Chat;

namespace PairingBot.Domain.Programs;

/// <summary>What one can type, and the nearest word to one that nobody knows.</summary>
public static class HelpText
{
    private const int LongestNamed = 40;

    private static readonly (string Word, string What)[] Lines =
    [
        ("join", "take part, and get a match in the next round"),
        ("goal", "say what you are trying to do; your match is chosen with it in mind"),
        ("ask", "say what you are stuck on, and I find colleagues who may have the insight"),
        ("settings", "what you look for and offer, and to how many at a time; your skills, hours and rhythm"),
        ("why", "see why you got this match, or none"),
        ("skip", "sit out the next round"),
        ("pause 2 weeks", "take a break that ends by itself"),
        ("resume", "come back before that"),
        ("leave", "stop taking part"),
        ("admin", "run the program (for organizers)"),
        ("preview", "see what the next round would be (for organizers)"),
    ];

    /// <summary>The words that one press can stand for. A goal has to be typed.</summary>
    private static readonly Dictionary<string, Choice> Presses = new()
    {
        ["join"] = new(ChatActions.Join, "Join"),
        ["ask"] = new(ChatActions.Ask, "Ask for advice"),
        ["settings"] = new(ChatActions.Settings, "Change settings"),
        ["why"] = new(ChatActions.Why, "See why"),
        ["skip"] = new(ChatActions.Skip, "Skip the next round"),
        ["pause"] = new(ChatActions.Pause, "Take a break"),
        ["resume"] = new(ChatActions.Resume, "Come back"),
        ["leave"] = HomeScreen.Leave,
        ["admin"] = new(ChatActions.Admin, "Run the program"),
        ["preview"] = new(ChatActions.Preview, "See the next round"),
    };

    public static ChatMessage Message(string? unknownWord)
    {
        List<MessagePiece> pieces = [];
        if (unknownWord is not null) pieces.AddRange(Unknown(unknownWord));
        pieces.Add(new Paragraph(ChatText.Of($"I pair you with a colleague whose experience differs from yours, for 30 minutes of learning from each other. You can type:")));
        pieces.Add(new Bullets([.. Lines.Select(line => ChatText.Of($"{ChatText.Strong("/coffee " + line.Word)}: {line.What}"))]));
        pieces.Add(new Note(ChatText.Of($"What you tell me serves your matches only; whoever you meet reads your goal. Your reflections can be read by nobody but you.")));
        return new ChatMessage("help", "What you can type", pieces);
    }

    private static IEnumerable<MessagePiece> Unknown(string word)
    {
        var named = word.Length <= LongestNamed ? $"“{word}”" : "that word"; // nobody needs to read a whole paragraph back
        if (Nearest(TypedWord.Fold(word)) is not { } nearest)
        {
            yield return new Paragraph(ChatText.Of($"I don't know {named} yet."));
            yield break;
        }

        yield return new Paragraph(ChatText.Of($"I don't know {named}. Did you mean {ChatText.Strong("/coffee " + nearest)}?"));
        if (Presses.TryGetValue(nearest, out var press)) yield return new Choices([press]);
    }

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
