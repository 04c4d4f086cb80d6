using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests.Browser;

/// <summary>
/// Looks at a screen as people will: a picture of it in light and in dark under <c>artifacts/screenshots</c>, and axe over both. With
/// <c>UPDATE_SCREENSHOTS=1</c> the pictures that the README shows are copied to <c>docs/screenshots</c>.
/// </summary>
internal sealed class Gallery(IPage page, string prefix)
{
    public const int Wide = 1200, High = 830, PhoneWide = 390, PhoneHigh = 844;

    private static readonly string[] Grave = ["serious", "critical"];

    private int count;

    /// <param name="screen">What the picture is called.</param>
    /// <param name="readme">The name under which the README shows it, if it does: its light face, or the dark one where the name ends in "dark".</param>
    public Task LookAsync(string screen, string? readme = null) => LookAsync(screen, readme, isMain: true);

    /// <summary>A screen that is like another one: pictures only.</summary>
    public Task LookBrieflyAsync(string screen) => LookAsync(screen, readme: null, isMain: false);

    /// <summary>A picture of what will be gone in a moment.</summary>
    public Task GlanceAsync(string screen) => page.ScreenshotAsync(new() { Path = PathOf("artifacts", $"{prefix}-{screen}.png") });

    /// <summary>The same screen on a phone.</summary>
    public async Task LookOnPhoneAsync(string screen, string? readme = null)
    {
        await page.SetViewportSizeAsync(PhoneWide, PhoneHigh);
        Assert.Equal(PhoneWide, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await LookAsync(screen, readme);
        await page.SetViewportSizeAsync(Wide, High);
    }

    public async Task KeepLastSightAsync(string log)
    {
        await GlanceAsync("end");
        await File.WriteAllTextAsync(PathOf("artifacts", prefix + "-bot.log"), log);
    }

    private async Task LookAsync(string screen, string? readme, bool isMain)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{++count:00}-{screen}");
        await page.Mouse.MoveAsync(Wide, High); // nothing hovered
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            var face = scheme == ColorScheme.Dark ? "dark" : "light";
            var picture = await page.ScreenshotAsync(new() { Path = PathOf("artifacts", $"{name}-{face}.png"), Animations = ScreenshotAnimations.Disabled });
            if (readme is not null && readme.EndsWith("dark", StringComparison.Ordinal) == (face == "dark")) Publish(readme, picture);
            if (isMain) await JudgeAsync($"{name} ({face})");
        }
    }

    private async Task JudgeAsync(string screen)
    {
        var found = (await page.RunAxe()).Violations.Where(violation => Grave.Contains(violation.Impact)).ToList();
        Assert.True(found.Count == 0, $"{screen}: " + string.Join("; ", found.Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(" and ", violation.Nodes.Select(node => node.Html))}")));
    }

    private static void Publish(string name, byte[] picture)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") != "1") return;
        Directory.CreateDirectory(Path.Combine(Repository.Root, "docs", "screenshots"));
        File.WriteAllBytes(Path.Combine(Repository.Root, "docs", "screenshots", name + ".png"), picture);
    }

    private static string PathOf(string folder, string file) => Path.Combine(Repository.Root, folder, "screenshots", file);
}
