using System.Text.Json;

namespace PairingBot.Chat.Tests.Install;

/// <summary>What Slack sends for a form that somebody opened and sent: each field as it was, an empty text with something in it, and people of the ids that every workspace has.</summary>
internal static class FilledIn
{
    public static Dictionary<string, Dictionary<string, object>> Of(JsonElement view)
    {
        Dictionary<string, Dictionary<string, object>> values = [];
        foreach (var block in view.GetProperty("blocks").EnumerateArray().Where(block => block.TryGetProperty("element", out _)))
        {
            var element = block.GetProperty("element");
            values[block.GetProperty("block_id").GetString()!] = new() { [element.GetProperty("action_id").GetString()!] = Field(element) };
        }

        return values;
    }

    private static object Field(JsonElement element)
    {
        var type = element.GetProperty("type").GetString()!;
        return type switch
        {
            "plain_text_input" => new { type, value = Initial(element, "initial_value") ?? "something" },
            "static_select" or "radio_buttons" => new { type, selected_option = Initial(element, "initial_option") },
            "checkboxes" or "multi_static_select" => new { type, selected_options = Initial(element, "initial_options") },
            "multi_users_select" => new { type, selected_users = new[] { "UBEN", "UCEM" } },
            "users_select" => new { type, selected_user = "UBEN" },
            "timepicker" => new { type, selected_time = Initial(element, "initial_time") },
            "conversations_select" => new { type, selected_conversation = Initial(element, "initial_conversation") },
            "datepicker" => new { type, selected_date = Initial(element, "initial_date") },
            _ => new { type },
        };
    }

    private static object? Initial(JsonElement element, string property) => element.TryGetProperty(property, out var value) ? value : null;
}
