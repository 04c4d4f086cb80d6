using System.Text.Json.Nodes;

namespace PairingBot.Teams.Intake;

/// <summary>A card inside a dialog: there every button sends the dialog, so those that act on a message or open a dialog become plain ones, with the same data.</summary>
internal static class DialogCard
{
    public static JsonObject Of(JsonObject card)
    {
        card.Remove("refresh"); // only messages refresh themselves
        Change(card);
        return card;
    }

    private static void Change(JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            if (IsKind(fields, "Action.Execute") || IsKind(fields, "Action.Submit")) Submit(fields);
            foreach (var (_, value) in fields.ToList()) Change(value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items) Change(item);
        }
    }

    private static void Submit(JsonObject action)
    {
        action["type"] = "Action.Submit";
        action.Remove("verb");
        action.Remove("fallback");
        (action["data"] as JsonObject)?.Remove("msteams");
    }

    private static bool IsKind(JsonObject fields, string kind) => fields["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name == kind;
}
