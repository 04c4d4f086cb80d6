using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests.Browser;

/// <summary>
/// Everything that the bot can say in Teams, as its golden files have it, drawn by the official renderer: sheets of pictures under <c>artifacts/screenshots/cards</c>. Where a question before a press is
/// hidden, there is a second picture with it.
/// </summary>
[Collection(InTheBrowser.Name)]
public sealed class EachCardTests(Chromium chromium)
{
    private const int Wide = 1984, OnSheet = 18;

    private const string Hidden = "\"isVisible\":false";

    [DrawnFact]
    public async Task All_that_can_be_said_can_be_drawn_and_looked_at()
    {
        var cards = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "PairingBot.Chat.Tests", "Golden", "gallery"), "*.teams.json").Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetFileName(file).Replace(".teams.json", "", StringComparison.Ordinal), Said: JsonNode.Parse(File.ReadAllText(file))!)).ToList();
        await using var context = await chromium.OpenAsync(new Uri("http://127.0.0.1/"));
        var page = await CardRenderer.OpenAsync(context);
        await page.SetViewportSizeAsync(Wide, 900);
        var faults = new List<string>();
        foreach (var (number, sheet) in cards.SelectMany(WithQuestion).Chunk(OnSheet).Index()) faults.AddRange(await DrawAsync(page, sheet, number));
        Assert.Empty(faults);
        Assert.InRange(cards.Count, 100, 1000);
    }

    private static IEnumerable<DrawnCard> WithQuestion((string Name, JsonNode Said) screen)
    {
        var card = (screen.Said["attachments"]?[0]?["content"] ?? screen.Said).ToJsonString();
        yield return new DrawnCard(screen.Name, card);
        if (card.Contains(Hidden, StringComparison.Ordinal)) yield return new DrawnCard(screen.Name + ", asked", card.Replace(Hidden, "\"isVisible\":true", StringComparison.Ordinal));
    }

    /// <summary>What the renderer says about them, and whatever is cut at its side.</summary>
    private static async Task<string[]> DrawAsync(IPage page, DrawnCard[] sheet, int number)
    {
        var faults = await page.EvaluateAsync<string[]>("cards => draw(cards)", sheet.Select(card => new { name = card.Name, card = card.Card }));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", "cards", string.Create(CultureInfo.InvariantCulture, $"sheet-{number + 1:00}.png")), FullPage = true, Animations = ScreenshotAnimations.Disabled });
        return faults;
    }

    private sealed record DrawnCard(string Name, string Card);
}
