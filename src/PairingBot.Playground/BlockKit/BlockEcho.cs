using System.Text.Json.Nodes;

namespace PairingBot.Playground.BlockKit;

/// <summary>
/// What Slack adds to blocks before it shows and echoes them: ids where none were given, and the defaults of text objects.
/// So that a bot which compares JSON for equality fails here as it would there.
/// </summary>
internal static class BlockEcho
{
    public static JsonObject OfView(JsonObject view)
    {
        var echo = (JsonObject)view.DeepClone();
        if (echo["blocks"] is JsonArray blocks) echo["blocks"] = Of(blocks);
        foreach (var field in new[] { "title", "submit", "close" }) Fill(echo[field]);
        return echo;
    }

    public static JsonArray Of(JsonArray blocks)
    {
        var echo = (JsonArray)blocks.DeepClone();
        foreach (var block in echo.OfType<JsonObject>())
        {
            block["block_id"] ??= Workspace.Ids.ShortText();
            Fill(block);
        }
        return echo;
    }

    private static void Fill(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var child in array) Fill(child);
        }
        if (node is not JsonObject json) return;
        FillText(json);
        if (IsInteractive(json)) json["action_id"] ??= Workspace.Ids.ShortText();
        foreach (var child in json.Select(field => field.Value).ToList()) Fill(child);
    }

    private static void FillText(JsonObject json)
    {
        switch (json["type"]?.ToString())
        {
            case "plain_text": json["emoji"] ??= true; break;
            case "mrkdwn": json["verbatim"] ??= false; break;
        }
    }

    private static bool IsInteractive(JsonObject json) => json["type"]?.ToString() is "button" or "overflow" or "checkboxes" or "radio_buttons"
        or "datepicker" or "timepicker" or "datetimepicker" or "plain_text_input" or "number_input" or "email_text_input" or "url_text_input"
        || json["type"]?.ToString().EndsWith("_select", StringComparison.Ordinal) == true;
}
