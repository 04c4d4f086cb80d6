using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Cards;
using PairingBot.Teams.Wording;

namespace PairingBot.Teams.Intake;

/// <summary>What goes back with an invoke, in the shapes that Teams takes; any other it shows as an error of its own.</summary>
internal static class InvokeAnswers
{
    /// <summary>A form as a dialog.</summary>
    public static Receipt Dialog(ChatForm form, FormAnswers? typed = null, IReadOnlyDictionary<string, string>? faults = null, ChatMessage? notice = null) =>
        Continue(form.Title, AdaptiveCards.Form(form, typed, faults, notice));

    /// <summary>Words in a dialog, as a card: the plain message that a dialog may also be is a blank window in Microsoft's own simulator.</summary>
    public static Receipt Dialog(ChatMessage message) => Continue(TeamsTexts.Plain("dialogs.title"), AdaptiveCards.Message(message), "small");

    /// <summary>The card with the button becomes this one, for whoever pressed.</summary>
    public static Receipt Card(ChatMessage message) => Action(200, AdaptiveCards.ContentType, AdaptiveCards.Message(message));

    /// <summary>Words beside the card with the button.</summary>
    public static Receipt Words(ChatMessage message) => Action(200, "application/vnd.microsoft.activity.message", PlainWords.ReadAloud(message));

    public static Receipt Error(ChatMessage message) =>
        Action(500, "application/vnd.microsoft.error", new JsonObject { ["code"] = message.Key, ["message"] = PlainWords.ReadAloud(message) });

    private static Receipt Continue(string title, JsonObject card, string height = "medium")
    {
        var dialog = new JsonObject
        {
            ["title"] = title,
            ["width"] = "medium",
            ["height"] = height,
            ["card"] = new JsonObject { ["contentType"] = AdaptiveCards.ContentType, ["content"] = DialogCard.Of(card) },
        };
        return Receipt.With(new JsonObject { ["task"] = new JsonObject { ["type"] = "continue", ["value"] = dialog } });
    }

    private static Receipt Action(int status, string type, JsonNode value) => Receipt.With(new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });
}
