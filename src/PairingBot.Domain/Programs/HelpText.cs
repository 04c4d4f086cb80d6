using PairingBot.Domain.Chat;

namespace PairingBot.Domain.Programs;

/// <summary>What one can type, and the nearest word to one that nobody knows.</summary>
public static class HelpText
{
    private static readonly (string Word, string What)[] Lines =
    [
        ("join", "take part, and get a match in the next round"),
        ("goal", "say what you are trying to do; your match is chosen for it"),
        ("settings", "what you look for and offer, your skills, hours and rhythm"),
        ("why", "why this person, or why nobody"),
        ("skip", "sit out the next round"),
        ("pause 2 weeks", "take a break that ends by itself"),
        ("resume", "come back before that"),
        ("leave", "stop taking part"),
        ("admin", "run the program (for organizers)"),
    ];

    public static ChatMessage Message(string? unknownWord)
    {
        List<MessagePiece> pieces = [];
        if (unknownWord is not null) pieces.Add(new Paragraph(Nearest(unknownWord)));
        pieces.Add(new Paragraph(ChatText.Of($"I pair you with a colleague whose experience differs from yours, for 30 minutes of learning from each other. You can type:")));
        pieces.Add(new Bullets([.. Lines.Select(line => ChatText.Of($"{ChatText.Strong("/coffee " + line.Word)}: {line.What}"))]));
        pieces.Add(new Note(ChatText.Of($"What you tell me stays with me. Reflections can be read by nobody but you.")));
        return new ChatMessage("help", "What you can type", pieces);
    }

    private static ChatText Nearest(string unknownWord)
    {
        var nearest = IntentReader.CommandWords.MinBy(word => Distance(word, unknownWord))!;
        return Distance(nearest, unknownWord) <= Math.Max(1, nearest.Length / 3)
            ? ChatText.Of($"I don't know “{unknownWord}”. Did you mean {ChatText.Strong("/coffee " + nearest)}?")
            : ChatText.Of($"I don't know “{unknownWord}” yet.");
    }

    /// <summary>How many letters must be added, dropped or changed (Levenshtein 1965), over at most the first 20 letters.</summary>
    private static int Distance(string one, string other)
    {
        other = other.Length > 20 ? other[..20] : other;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[other.Length];
    }
}
