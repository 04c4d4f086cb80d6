using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>Adaptive Cards 1.5 in plain elements, which every Teams client shows.</summary>
internal static class AdaptiveCards
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static JsonObject Message(ChatMessage message) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = message.Summary, ["wrap"] = true }),
    };

    /// <summary>A form, in a dialog or in a message.</summary>
    /// <param name="form">Which.</param>
    /// <param name="typed">What stands in its fields instead of what the form has there; null for the form as it is.</param>
    /// <param name="faults">By field key, what to do about it.</param>
    /// <param name="notice">Something that is said above it.</param>
    public static JsonObject Form(ChatForm form, FormAnswers? typed = null, IReadOnlyDictionary<string, string>? faults = null, ChatMessage? notice = null) => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = form.Title, ["wrap"] = true }),
    };
}
