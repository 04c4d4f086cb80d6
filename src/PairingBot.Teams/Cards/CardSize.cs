using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>
/// Teams takes about 100 KB a message, counted in UTF-16; we stay below 80, summary and envelope included. Where a message would be larger its longest texts are shortened first, by and by, and only then
/// pieces are left out from the end; the last row of buttons stays, because without it the message could not be answered.
/// </summary>
internal static class CardSize
{
    /// <summary>In letters of two bytes, with some room for the envelope.</summary>
    public const int Most = (80 * 1024 / 2) - 3000;

    public const int LongestSummary = 400;

    private static readonly int[] Lengths = [8000, 4000, 2000, 1000, 500, 250];

    /// <summary>In letters of two bytes, as the JSON of it is without escapes that it need not have.</summary>
    public static int Of(JsonNode? node) => node switch
    {
        JsonObject thing => 1 + thing.Sum(member => member.Key.Length + 4 + Of(member.Value)),
        JsonArray list => 2 + list.Sum(item => 1 + Of(item)),
        JsonValue value when value.TryGetValue<string>(out var text) => 2 + text.Length + text.Count(letter => letter is '"' or '\\' || char.IsControl(letter)),
        _ => 5,
    };

    public static string Summary(string summary) => CardText.Plain(summary, LongestSummary);

    /// <summary>The card of as many of the pieces, as long as they may be.</summary>
    public static JsonObject Fit(IReadOnlyList<MessagePiece> pieces, Func<IReadOnlyList<MessagePiece>, JsonObject> card)
    {
        var whole = card(pieces);
        if (Of(whole) <= Most) return whole;
        foreach (var most in Lengths)
        {
            pieces = [.. pieces.Select(piece => Shorten(piece, most))];
            whole = card(pieces);
            if (Of(whole) <= Most) return whole;
        }

        for (var kept = pieces.Count; Of(whole) > Most && kept > 0;) whole = card(Fewer(pieces, kept = kept * 3 / 4));
        return whole;
    }

    public static MessagePiece Shorten(MessagePiece piece, int most) => piece switch
    {
        Paragraph paragraph => new Paragraph(CardText.Shorten(paragraph.Text, most)),
        Note note => new Note(CardText.Shorten(note.Text, most)),
        Bullets bullets => new Bullets([.. bullets.Items.Select(item => CardText.Shorten(item, most))]),
        _ => piece,
    };

    private static IReadOnlyList<MessagePiece> Fewer(IReadOnlyList<MessagePiece> pieces, int kept)
    {
        var more = new Note(ChatText.Plain(Graphemes.Ellipsis));
        return pieces.LastOrDefault(piece => piece is Choices) is { } buttons && !pieces.Take(kept).Contains(buttons) ? [.. pieces.Take(kept), more, buttons] : [.. pieces.Take(kept), more];
    }
}
