using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Control;

/// <summary>What somebody does with a card: finds the button in it, and sends what Teams sends. What the bot answers changes what this person sees.</summary>
internal sealed class Presses(Town town, BotLine line)
{
    /// <param name="activityId">The message; null for the latest that this person sees and that has such a button.</param>
    public async Task<Answer> PressAsync(Townsman person, string? conversationId, string? activityId, string button, JsonObject? inputs, CancellationToken cancel)
    {
        Pressed? pressed;
        lock (town.Gate) pressed = Find(person, conversationId, activityId, button);
        if (pressed is null) return Answer.Refuse(404, "NoButton", $"{person.Name} sees no button '{button}'.");
        var values = CardReading.Inputs(pressed.Card, inputs);
        if (Lacking(pressed.Card, values, pressed.Action) is { } refusal) return refusal;
        var activity = Activity(person, pressed, values);
        if (activity is null) return Answer.Refuse(400, "NothingSent", "This button sends nothing to the bot.");
        var answer = await line.SendAsync(activity, cancel);
        lock (town.Gate) Show(person, pressed, answer.Body as JsonObject);
        return answer;
    }

    /// <summary>Sends the dialog that lies open.</summary>
    public async Task<Answer> SubmitAsync(Townsman person, string? button, JsonObject? inputs, CancellationToken cancel)
    {
        if (person.Dialog is not { } dialog) return Answer.Refuse(404, "NoDialog", $"{person.Name} has no dialog open.");
        var action = button is null ? CardReading.Actions(dialog.Card).FirstOrDefault() : CardReading.Button(dialog.Card, button);
        if (action is null) return Answer.Refuse(404, "NoButton", $"The dialog has no button '{button}'.");
        var values = CardReading.Inputs(dialog.Card, inputs);
        if (Lacking(dialog.Card, values, action) is { } refusal) return refusal;
        var value = new JsonObject { ["data"] = Merged(action["data"], values), ["context"] = new JsonObject { ["theme"] = "default" } };
        if (dialog.Command is not null) AddCommand(value, dialog.Command);
        var name = dialog.Command is null ? "task/submit" : "composeExtension/submitAction";
        var answer = await line.SendAsync(ActivityMaker.Invoke(town, person, town.Conversations[dialog.Conversation], name, value, null), cancel);
        lock (town.Gate) KeepDialog(person, answer.Body as JsonObject, dialog.Conversation, dialog.Command);
        return answer;
    }

    /// <summary>A command of the message extension, from the box where one writes.</summary>
    public async Task<Answer> CommandAsync(Townsman person, Conversation where, string command, CancellationToken cancel)
    {
        var value = new JsonObject { ["context"] = new JsonObject { ["theme"] = "default" } };
        AddCommand(value, command);
        var answer = await line.SendAsync(ActivityMaker.Invoke(town, person, where, "composeExtension/fetchTask", value, null), cancel);
        lock (town.Gate) KeepDialog(person, answer.Body as JsonObject, where.Id, command);
        return answer;
    }

    private static void AddCommand(JsonObject value, string command) => (value["commandId"], value["commandContext"]) = (command, "compose");

    private static Answer? Lacking(JsonObject card, JsonObject values, JsonObject action)
    {
        if (action["associatedInputs"]?.ToString() == "none") return null;
        string[] missing = [.. CardReading.Missing(card, values)];
        return missing.Length == 0 ? null : Answer.Refuse(400, "RequiredInput", string.Join(", ", missing));
    }

    private Pressed? Find(Townsman person, string? conversationId, string? activityId, string button) =>
        (from conversation in town.Conversations.Values
         where conversation.Members.Contains(person) && (conversationId is null || conversation.Id == conversationId)
         from posted in conversation.Activities
         where !posted.IsDeleted && (posted.Reader is null || posted.Reader == person.AadId) && (activityId is null || posted.Id == activityId)
         orderby posted.Id descending
         from card in posted.Own.TryGetValue(person.AadId, out var own) ? [own] : CardReading.CardsOf(posted.Body)
         let action = CardReading.Button(card, button)
         where action is not null
         select new Pressed(conversation, posted, card, action)).FirstOrDefault();

    private JsonObject? Activity(Townsman person, Pressed pressed, JsonObject values)
    {
        var (action, inputs) = (pressed.Action, pressed.Action["associatedInputs"]?.ToString() == "none" ? [] : values);
        var data = Merged(action["data"], inputs);
        if (action["type"]!.ToString() == "Action.Execute") return Execute(person, pressed, data);
        if (action["type"]!.ToString() != "Action.Submit") return null;
        var special = (action["data"] as JsonObject)?["msteams"] as JsonObject;
        if (special?["type"]?.ToString() == "task/fetch")
        {
            (data as JsonObject)!["type"] = "task/fetch";
            return ActivityMaker.Invoke(town, person, pressed.Conversation, "task/fetch", new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } }, pressed.Posted.Id);
        }

        var message = ActivityMaker.Of(town, person, pressed.Conversation, "message");
        if (special?["type"]?.ToString() is "imBack" or "messageBack") message["text"] = special["text"]?.ToString() ?? special["value"]?.ToString();
        if (special?["type"]?.ToString() != "imBack") message["value"] = data;
        message["replyToId"] = pressed.Posted.Id;
        return message;
    }

    private JsonObject Execute(Townsman person, Pressed pressed, JsonNode? data)
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = pressed.Action["verb"]?.DeepClone(), ["data"] = data };
        if (pressed.Action["id"] is { } id) action["id"] = id.DeepClone();
        if (pressed.Action["title"] is { } title) action["title"] = title.DeepClone();
        return ActivityMaker.Invoke(town, person, pressed.Conversation, "adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = "manual" }, pressed.Posted.Id);
    }

    /// <summary>Data that are no object stay as they are, where nothing was filled in.</summary>
    private static JsonNode? Merged(JsonNode? data, JsonObject inputs)
    {
        if (data is JsonValue && inputs.Count == 0) return data.DeepClone();
        var merged = data is JsonObject known ? (JsonObject)known.DeepClone() : [];
        foreach (var (key, value) in inputs) merged[key] = value?.DeepClone();
        return merged;
    }

    private static void Show(Townsman person, Pressed pressed, JsonObject? answer)
    {
        KeepDialog(person, answer, pressed.Conversation.Id, null);
        if (answer?["type"]?.ToString() == "application/vnd.microsoft.card.adaptive" && answer["value"] is JsonObject card) pressed.Posted.Own[person.AadId] = (JsonObject)card.DeepClone();
    }

    private static void KeepDialog(Townsman person, JsonObject? answer, string conversation, string? command)
    {
        var next = answer?["task"]?["value"] is JsonObject task && task["card"]?["content"] is JsonObject card ? new OpenDialog((JsonObject)card.DeepClone(), conversation, command) : null;
        person.Dialog = next;
    }

    private sealed record Pressed(Conversation Conversation, Posted Posted, JsonObject Card, JsonObject Action);
}
