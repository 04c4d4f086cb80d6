using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>From our messages to activities of the Bot Connector, ready to be sent.</summary>
internal static class TeamsMessages
{
    /// <summary>A message activity with a card and the summary that a notification shows.</summary>
    public static JsonObject Activity(ChatMessage message) => Activity(SpokenWords.Summary(message), AdaptiveCards.Message(message));

    /// <summary>A form as a message, for where no dialog opens.</summary>
    public static JsonObject Activity(ChatForm form, FormAnswers? typed = null, IReadOnlyDictionary<string, string>? faults = null) => Activity(form.Title, AdaptiveCards.FormInMessage(form, typed, faults));

    private static JsonObject Activity(string summary, JsonObject card) => new()
    {
        ["type"] = "message",
        ["summary"] = CardSize.Summary(summary),
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = AdaptiveCards.ContentType, ["content"] = card }),
    };
}
