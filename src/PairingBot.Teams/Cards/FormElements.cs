using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Wording;

namespace PairingBot.Teams.Cards;

/// <summary>From the pieces of a form to elements of a card, and the button that sends it.</summary>
internal static class FormElements
{
    private const int LongestText = 4000;

    public static IEnumerable<JsonObject> Render(ChatForm form, FieldsFilled filled, Mentions mentions) => form.Pieces.SelectMany((piece, index) => Render(piece, index, filled, mentions));

    /// <param name="form">It travels in the button's data, so that it can be shown again after a fault.</param>
    /// <param name="room">How much of the card is left for that; without it the form can still be sent.</param>
    public static JsonObject Submit(ChatForm form, int room)
    {
        var data = new JsonObject { [CardForm.FormKey] = form.Key, [CardForm.ArgumentKey] = form.Argument };
        var shown = ShownForm.Write(form);
        if (CardSize.Of(shown) < room) data[CardForm.ShownKey] = shown;
        return new JsonObject { ["type"] = "Action.Submit", ["title"] = CardText.Plain(form.Submit, 80), ["style"] = "positive", ["data"] = data };
    }

    private static IEnumerable<JsonObject> Render(FormPiece piece, int index, FieldsFilled filled, Mentions mentions) => piece switch
    {
        FormText text => PieceElements.Texts(CardText.Shorten(text.Text, LongestText), mentions),
        FormHeading heading => PieceElements.Heading(heading.Text, "medium"),
        FormButtons buttons => CardButtons.Rows(buttons.Items, index, inForm: true),
        ChannelField { Known.Count: 0 } channel => NoChannel(channel),
        ChannelField channel => Field(Choice(channel), filled),
        OneOf { Options.Count: 0 } or AnyOf { Options.Count: 0 } => [], // nothing to choose from
        FormField field => Field(field, filled),
        _ => throw new InvalidOperationException($"A piece of a form that Teams cannot show: {piece.GetType().Name}."),
    };

    /// <summary>The label belongs to the input, for those who hear it; below it what is wrong, then what helps.</summary>
    private static IEnumerable<JsonObject> Field(FormField field, FieldsFilled filled) =>
        [FieldInputs.Render(field, filled), .. PieceElements.Line(filled.Fault(field) ?? "").Select(Fault), .. PieceElements.Line(field.Hint ?? "").Select(Hint)];

    private static JsonObject Fault(JsonObject block)
    {
        (block["color"], block["weight"], block["spacing"]) = ("attention", "bolder", "small");
        return block;
    }

    private static JsonObject Hint(JsonObject block)
    {
        block["spacing"] = "small";
        return PieceElements.Small(block);
    }

    /// <summary>Teams lets nobody choose among all channels on a card, so those that are known are a list; one that is not in it (any more) can stay.</summary>
    private static OneOf Choice(ChannelField field)
    {
        var isKnown = field.Selected is not { } selected || field.Known.Any(channel => channel.Value == selected);
        IReadOnlyList<FormOption> options = isKnown ? field.Known : [new FormOption(field.Selected!, TeamsTexts.Plain("cards.channel-as-it-is")), .. field.Known];
        return new OneOf(field.Key, field.Label, options, field.Selected, TeamsTexts.Plain("cards.channel-hint"), field.Required);
    }

    private static IEnumerable<JsonObject> NoChannel(ChannelField field) => PieceElements.Line(TeamsTexts.Plain("cards.channel-stays", ("label", field.Label))).Select(PieceElements.Small);
}
