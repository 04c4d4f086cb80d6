using PairingBot.Domain.Chat;
using PairingBot.Slack.Wording;

namespace PairingBot.Slack.Blocks;

/// <summary>
/// From <see cref="ChatForm"/> to a modal: block_id and action_id of an input are both its field's key, callback_id is the form's key, and
/// private_metadata its argument. A modal that holds an input must have a submit button; one without any is closed, not sent.
/// </summary>
internal static class SlackForms
{
    public static View Render(ChatForm form)
    {
        var blocks = PieceBlocks.Fit([.. form.Pieces.SelectMany(Render)], SlackLimits.ViewBlocks);
        return new View(
            "modal",
            blocks.Count > 0 ? blocks : [new DividerBlock()],
            TextObject.Plain(form.Title, SlackLimits.ViewTitle),
            form.Pieces.Any(piece => piece is FormField) ? TextObject.Plain(form.Submit, SlackLimits.ViewTitle) : null,
            TextObject.Plain(form.Cancel, SlackLimits.ViewTitle),
            form.Key,
            form.Argument);
    }

    /// <summary>Words for one person where nothing else can show them: a modal with nothing to fill in.</summary>
    public static View Notice(ChatMessage message)
    {
        var blocks = PieceBlocks.Render(message.Pieces, SlackLimits.ViewBlocks);
        return new View(
            "modal",
            blocks.Count > 0 ? blocks : [new DividerBlock()],
            TextObject.Plain("PairingBot", SlackLimits.ViewTitle),
            Close: TextObject.Plain(SlackTexts.Plain("answers.close"), SlackLimits.ViewTitle),
            CallbackId: ChatForms.Notice);
    }

    private static IEnumerable<Block> Render(FormPiece piece, int index) => piece switch
    {
        FormText text => PieceBlocks.Sections(text.Text),
        FormHeading heading => PieceBlocks.Header(heading.Text),
        FormButtons buttons => Buttons.Rows(new Choices(buttons.Items), index),
        OneOf { Options.Count: 0 } or AnyOf { Options.Count: 0 } => [], // Slack would refuse the whole form
        FormField field => [Input(field)],
        _ => throw new InvalidOperationException($"A piece of a form that Slack cannot show: {piece.GetType().Name}."),
    };

    private static InputBlock Input(FormField field) => new(
        field.Key,
        TextObject.Plain(field.Label, SlackLimits.Label),
        FieldElements.Render(field),
        TextObject.PlainOrNull(field.Hint, SlackLimits.Label),
        Optional: !field.Required);
}
