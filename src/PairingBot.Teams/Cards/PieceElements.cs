using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>From the pieces of a message to elements of a card: empty ones take none, and a divider is a line above what follows it.</summary>
internal static class PieceElements
{
    public static JsonArray Render(IReadOnlyList<MessagePiece> pieces, Mentions mentions)
    {
        var elements = new JsonArray();
        var isDivided = false;
        foreach (var (index, piece) in pieces.Index())
        {
            if (piece is Divider) isDivided = elements.Count > 0;
            foreach (var element in Render(piece, index, mentions))
            {
                if (isDivided) (element["separator"], element["spacing"]) = (true, "medium");
                isDivided = false;
                elements.Add(element);
            }
        }

        return elements;
    }

    public static IEnumerable<JsonObject> Texts(ChatText text, Mentions mentions) => CardText.Markdown(text, mentions) is { Length: > 0 } markdown ? [CardText.Block(markdown)] : [];

    /// <summary>Words without marks of ours, on one line.</summary>
    public static IEnumerable<JsonObject> Line(string words) => CardText.Markdown(words) is { Length: > 0 } markdown ? [CardText.Block(markdown)] : [];

    public static IEnumerable<JsonObject> Heading(string text, string size = "large")
    {
        foreach (var block in Line(text))
        {
            (block["size"], block["weight"], block["style"]) = (size, "bolder", "heading");
            yield return block;
        }
    }

    /// <summary>Small print.</summary>
    public static JsonObject Small(JsonObject block)
    {
        (block["size"], block["isSubtle"]) = ("small", true);
        return block;
    }

    private static IEnumerable<JsonObject> Render(MessagePiece piece, int index, Mentions mentions) => piece switch
    {
        Heading heading => Heading(heading.Text),
        Paragraph paragraph => Texts(paragraph.Text, mentions),
        Bullets bullets => List(bullets, mentions),
        Note note => Texts(note.Text, mentions).Select(Small),
        Divider => [],
        Choices choices => CardButtons.Rows(choices.Items, index),
        _ => throw new InvalidOperationException($"A piece that Teams cannot show: {piece.GetType().Name}."),
    };

    /// <summary>A list of Markdown, which screen readers count.</summary>
    private static IEnumerable<JsonObject> List(Bullets bullets, Mentions mentions)
    {
        var items = bullets.Items.Select(item => CardText.Markdown(item, mentions, oneLine: true)).Where(item => item.Length > 0).ToList();
        return items.Count == 0 ? [] : [CardText.Block(string.Join('\n', items.Select(item => $"- {item}")))];
    }
}
