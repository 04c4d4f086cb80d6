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

    /// <summary>Words in a dialog; with their buttons, if they have any.</summary>
    public static Receipt Dialog(ChatMessage message) => message.Pieces.Any(piece => piece is Choices)
        ? Continue(TeamsTexts.Plain("dialogs.title"), AdaptiveCards.Message(message))
        : Task("message", PlainWords.ReadAloud(message));

    /// <summary>The card with the button becomes this one, for whoever pressed.</summary>
    public static Receipt Card(ChatMessage message) => Action(200, AdaptiveCards.ContentType, AdaptiveCards.Message(message));

    /// <summary>Words beside the card with the button.</summary>
    public static Receipt Words(ChatMessage message) => Action(200, "application/vnd.microsoft.activity.message", PlainWords.ReadAloud(message));

    public static Receipt Error(ChatMessage message) =>
        Action(500, "application/vnd.microsoft.error", new JsonObject { ["code"] = message.Key, ["message"] = PlainWords.ReadAloud(message) });

    private static Receipt Continue(string title, JsonObject card) => Task("continue", new JsonObject
    {
        ["title"] = title,
        ["width"] = "medium",
        ["height"] = "medium",
        ["card"] = new JsonObject { ["contentType"] = AdaptiveCards.ContentType, ["content"] = DialogCard.Of(card) },
    });

    private static Receipt Task(string type, JsonNode value) => Receipt.With(new JsonObject { ["task"] = new JsonObject { ["type"] = type, ["value"] = value } });

    private static Receipt Action(int status, string type, JsonNode value) => Receipt.With(new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });
}
