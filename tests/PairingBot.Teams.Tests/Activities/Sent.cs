using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Cards;

namespace PairingBot.Teams.Tests.Activities;

/// <summary>What Teams sends when somebody fills in a form's card and presses its button: the button's data, and each input under its id.</summary>
internal static class Sent
{
    public static JsonObject Data(ChatForm form, string typed)
    {
        var card = AdaptiveCards.Form(form);
        var sent = Objects(card).First(part => (string?)part["type"] == "Action.Submit" && part["data"] is JsonObject).AsObject()["data"]!.DeepClone().AsObject();
        foreach (var input in Objects(card).Where(part => (string?)part["type"] == "Input.Text")) sent[(string)input["id"]!] = typed;
        return sent;
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Objects(field.Value)).Prepend(fields),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
