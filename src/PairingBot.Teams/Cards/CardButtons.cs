using System.Globalization;
using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>
/// Rows of buttons. Teams has no question before a press. So a button with one opens a part of the card that holds the question with its two answers: by Action.ToggleVisibility, because a card
/// that shows below (Action.ShowCard) has nothing that closes it again, and phones show it differently in the middle of a card.
/// </summary>
internal static class CardButtons
{
    private const int InRow = 5, LongestLabel = 80;

    /// <param name="choices">The buttons.</param>
    /// <param name="index">Which piece of the card this is: it tells its questions from others.</param>
    /// <param name="inForm">In a dialog only Action.Submit reaches the bot; what stands in the fields is then not its business.</param>
    public static IEnumerable<JsonObject> Rows(IReadOnlyList<Choice> choices, int index, bool inForm = false)
    {
        var buttons = choices.Select((choice, number) => (Choice: choice, Question: string.Create(CultureInfo.InvariantCulture, $"question-{index}-{number}"))).ToList();
        foreach (var row in buttons.Chunk(InRow)) yield return Row(row.Select(button => button.Choice.Confirm is null ? Press(button.Choice, button.Choice.Label, inForm) : Toggle(button.Choice.Label, button.Choice.Tone, button.Question)));
        foreach (var (choice, question) in buttons)
        {
            if (choice.Confirm is { } confirm) yield return Question(choice, confirm, question, inForm);
        }
    }

    private static JsonObject Question(Choice choice, Confirmation confirm, string id, bool inForm) => new()
    {
        ["type"] = "Container",
        ["id"] = id,
        ["isVisible"] = false,
        ["style"] = "emphasis",
        ["items"] = new JsonArray([.. PieceElements.Heading(confirm.Title, "default"), .. PieceElements.Line(confirm.Text), Row([Press(choice, confirm.Yes, inForm), Toggle(confirm.No, ChoiceTone.Plain, id)])]),
    };

    private static JsonObject Row(IEnumerable<JsonObject> buttons) => new() { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. buttons]) };

    private static JsonObject Toggle(string label, ChoiceTone tone, string target) =>
        Styled(new() { ["type"] = "Action.ToggleVisibility", ["title"] = CardText.Plain(label, LongestLabel), ["targetElements"] = new JsonArray(target) }, tone);

    private static JsonObject Press(Choice choice, string label, bool inForm)
    {
        var data = new CardPress(choice.Action, choice.Argument).Data();
        var title = CardText.Plain(label, LongestLabel);
        if (inForm) return Styled(new() { ["type"] = "Action.Submit", ["title"] = title, ["associatedInputs"] = "none", ["data"] = data }, choice.Tone);
        if (!FormOffer.IsOpenedBy(choice.Action)) return Styled(new() { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = choice.Action, ["data"] = data }, choice.Tone);
        data["msteams"] = new JsonObject { ["type"] = "task/fetch" };
        return Styled(new() { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data }, choice.Tone);
    }

    private static JsonObject Styled(JsonObject action, ChoiceTone tone)
    {
        if (tone != ChoiceTone.Plain) action["style"] = tone == ChoiceTone.Primary ? "positive" : "destructive";
        return action;
    }
}
