using System.Text.Json;
using System.Text.Json.Nodes;

namespace PairingBot.Teams.Cards;

/// <summary>What a button of a card carries, as data of an Action.Submit or Action.Execute. Never trusted more than what somebody typed.</summary>
internal sealed record CardPress(string Action, string Argument)
{
    private const string ActionKey = "press", ArgumentKey = "argument";

    public JsonObject Data() => new() { [ActionKey] = Action, [ArgumentKey] = Argument };

    /// <summary>Null when the data are no button's of ours.</summary>
    public static CardPress? Read(JsonElement data) => data.Words(ActionKey) is { Length: > 0 } action ? new CardPress(action, data.Words(ArgumentKey) ?? "") : null;
}
