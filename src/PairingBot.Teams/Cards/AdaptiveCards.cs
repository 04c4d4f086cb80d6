using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>Adaptive Cards 1.5 in plain elements, which every Teams client shows.</summary>
internal static class AdaptiveCards
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The verb with which a home asks for its newer self; also the key of the message that is one.</summary>
    public const string HomeVerb = "home";

    /// <summary>Above this a card takes the whole width that there is.</summary>
    private const int LongText = 400;

    public static JsonObject Message(ChatMessage message) => CardSize.Fit(message.Pieces, pieces =>
    {
        var mentions = new Mentions();
        var card = Card(SpokenWords.Summary(message), PieceElements.Render(pieces, mentions));
        if (message.Key == HomeVerb) card["refresh"] = Refresh();
        AddTeams(card, mentions, isWide: Length(card["body"]!.AsArray()) > LongText);
        return card;
    });

    /// <summary>A form, in a dialog, whose frame has its title.</summary>
    /// <param name="form">Which.</param>
    /// <param name="typed">What stands in its fields instead of what the form has there; null for the form as it is.</param>
    /// <param name="faults">By field key, what to do about it.</param>
    /// <param name="notice">Something that is said above it.</param>
    public static JsonObject Form(ChatForm form, FormAnswers? typed = null, IReadOnlyDictionary<string, string>? faults = null, ChatMessage? notice = null) =>
        CardSize.Fit([.. notice?.Pieces ?? []], said => Form(form, said, new FieldsFilled(typed, faults), hasTitle: false));

    /// <summary>The same in a message, which has no frame.</summary>
    public static JsonObject FormInMessage(ChatForm form, FormAnswers? typed, IReadOnlyDictionary<string, string>? faults) => Form(form, [], new FieldsFilled(typed, faults), hasTitle: true);

    private static JsonObject Form(ChatForm form, IReadOnlyList<MessagePiece> said, FieldsFilled filled, bool hasTitle)
    {
        var mentions = new Mentions();
        JsonArray body = [.. hasTitle ? PieceElements.Heading(form.Title) : []];
        if (PieceElements.Render(said, mentions) is { Count: > 0 } notice) body.Add(new JsonObject { ["type"] = "Container", ["style"] = "accent", ["items"] = notice });
        foreach (var element in FormElements.Render(form, filled, mentions)) body.Add(element);
        var card = Card(form.Title, body);
        AddTeams(card, mentions, isWide: true);
        if (form.Pieces.Any(piece => piece is FormField)) card["actions"] = new JsonArray(FormElements.Submit(form, CardSize.Most - CardSize.Of(card)));
        return card;
    }

    private static JsonObject Card(string summary, JsonArray body) => new()
    {
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["fallbackText"] = CardSize.Summary(summary),
        ["body"] = body,
    };

    /// <summary>A home shows how things stand, which changes. Without userIds Teams asks for everybody who sees it, where they are sixty at most; a home is seen by one.</summary>
    private static JsonObject Refresh() => new()
    {
        ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = HomeVerb, ["data"] = new CardPress(HomeVerb, "").Data() },
    };

    private static void AddTeams(JsonObject card, Mentions mentions, bool isWide)
    {
        var teams = new JsonObject();
        if (isWide) teams["width"] = "Full";
        if (mentions.Entities() is { Count: > 0 } entities) teams["entities"] = entities;
        if (teams.Count > 0) card["msteams"] = teams;
    }

    private static int Length(JsonArray body) => body.Sum(element => element!["text"] is { } text ? ((string)text!).Length : 0);
}
