using System.Text.Json;

namespace PairingBot.Web.Tests.Scenarios;

/// <summary>What the stand-in's page would send for a form: each field as it was, but for those that are filled in by their labels.</summary>
internal static class ModalAnswers
{
    public static Dictionary<string, Dictionary<string, object>> Of(JsonElement view, IReadOnlyList<(string Label, string[] Values)> answers)
    {
        var inputs = view.GetProperty("blocks").EnumerateArray().Where(block => Player.Text(block, "type") == "input").ToList();
        var labels = inputs.Select(block => block.GetProperty("label").GetProperty("text").GetString()!).ToList();
        foreach (var (label, _) in answers) Assert.True(labels.Contains(label), $"The form has no field “{label}”, but: {string.Join("; ", labels)}");
        return inputs.ToDictionary(block => Player.Text(block, "block_id"), block =>
        {
            var element = block.GetProperty("element");
            var answer = answers.FirstOrDefault(answer => answer.Label == block.GetProperty("label").GetProperty("text").GetString()).Values;
            return new Dictionary<string, object> { [Player.Text(element, "action_id")] = Field(element, answer) };
        });
    }

    private static object Field(JsonElement element, string[]? answer)
    {
        var type = Player.Text(element, "type");
        return type switch
        {
            "plain_text_input" => new { type, value = answer?[0] ?? Initial(element, "initial_value") },
            "static_select" or "radio_buttons" => new { type, selected_option = answer is null ? Initial(element, "initial_option") : Option(element, answer[0]) },
            "checkboxes" or "multi_static_select" => new { type, selected_options = answer is null ? Initial(element, "initial_options") ?? Array.Empty<object>() : answer.Select(label => Option(element, label)).ToArray() },
            "multi_users_select" => new { type, selected_users = answer ?? Initial(element, "initial_users") ?? Array.Empty<object>() },
            "users_select" => new { type, selected_user = answer?[0] ?? Initial(element, "initial_user") },
            "timepicker" => new { type, selected_time = answer?[0] ?? Initial(element, "initial_time") },
            "datepicker" => new { type, selected_date = answer?[0] ?? Initial(element, "initial_date") },
            _ => new { type },
        };
    }

    /// <summary>The option that reads so, without its description, as Slack sends it.</summary>
    private static object Option(JsonElement element, string label)
    {
        var option = element.GetProperty("options").EnumerateArray().FirstOrDefault(option => option.GetProperty("text").GetProperty("text").GetString() == label);
        Assert.True(option.ValueKind == JsonValueKind.Object, $"There is no option “{label}”.");
        return option;
    }

    private static object? Initial(JsonElement element, string property) => element.TryGetProperty(property, out var value) ? value : null;
}
