using System.Text.Json;

namespace PairingBot.Chat.Tests.Slack;

/// <summary>Block Kit's rules as Slack states them, held against what was rendered.</summary>
internal static class SlackRules
{
    public static void Check(JsonElement surface, int most)
    {
        var blocks = surface.GetProperty("blocks");
        Assert.InRange(blocks.GetArrayLength(), 1, most);
        Unique(blocks, "block_id");
        foreach (var block in blocks.EnumerateArray()) CheckBlock(block);
        foreach (var part in new[] { "title", "submit", "close" })
        {
            if (surface.TryGetProperty(part, out var text)) CheckText(text, 24);
        }
    }

    private static void CheckBlock(JsonElement block)
    {
        switch (block.GetProperty("type").GetString())
        {
            case "header":
                CheckText(block.GetProperty("text"), 150);
                break;
            case "section":
                CheckText(block.GetProperty("text"), 3000);
                break;
            case "context":
                Assert.InRange(block.GetProperty("elements").GetArrayLength(), 1, 10);
                foreach (var text in block.GetProperty("elements").EnumerateArray()) CheckText(text, 3000);
                break;
            case "actions":
                Assert.InRange(block.GetProperty("elements").GetArrayLength(), 1, 25);
                Unique(block.GetProperty("elements"), "action_id");
                foreach (var button in block.GetProperty("elements").EnumerateArray()) CheckButton(button);
                break;
            case "input":
                CheckText(block.GetProperty("label"), 2000);
                if (block.TryGetProperty("hint", out var hint)) CheckText(hint, 2000);
                CheckInput(block.GetProperty("element"));
                break;
            default:
                Assert.Equal("divider", block.GetProperty("type").GetString());
                break;
        }
    }

    private static void CheckButton(JsonElement button)
    {
        CheckText(button.GetProperty("text"), 75);
        if (!button.TryGetProperty("confirm", out var confirm)) return;
        CheckText(confirm.GetProperty("title"), 100);
        CheckText(confirm.GetProperty("text"), 300);
        CheckText(confirm.GetProperty("confirm"), 30);
        CheckText(confirm.GetProperty("deny"), 30);
    }

    private static void CheckInput(JsonElement element)
    {
        if (element.TryGetProperty("placeholder", out var placeholder)) CheckText(placeholder, 150);
        if (element.TryGetProperty("max_length", out var longest))
        {
            Assert.InRange(longest.GetInt32(), 1, 3000);
            if (element.TryGetProperty("initial_value", out var value)) Assert.InRange(value.GetString()!.Length, 1, longest.GetInt32());
        }

        if (!element.TryGetProperty("options", out var options)) return;
        Assert.InRange(options.GetArrayLength(), 1, element.GetProperty("type").GetString() == "checkboxes" ? 10 : 100);
        foreach (var option in options.EnumerateArray())
        {
            CheckText(option.GetProperty("text"), 75);
            if (option.TryGetProperty("description", out var description)) CheckText(description, 75);
        }

        var written = options.EnumerateArray().Select(option => option.GetRawText()).ToList();
        if (element.TryGetProperty("initial_option", out var initial)) Assert.Contains(initial.GetRawText(), written);
        if (!element.TryGetProperty("initial_options", out var chosen)) return;
        Assert.NotEqual(0, chosen.GetArrayLength());
        Assert.All(chosen.EnumerateArray(), option => Assert.Contains(option.GetRawText(), written));
    }

    private static void CheckText(JsonElement text, int longest)
    {
        var words = text.GetProperty("text").GetString()!;
        Assert.InRange(words.Length, 1, longest);
        Assert.NotEqual("", words.Trim());
        if (text.GetProperty("type").GetString() == "mrkdwn") Assert.DoesNotContain("<!channel", words, StringComparison.Ordinal);
    }

    private static void Unique(JsonElement list, string id)
    {
        var ids = list.EnumerateArray().Where(part => part.TryGetProperty(id, out _)).Select(part => part.GetProperty(id).GetString()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }
}
