using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using PairingBot.Testing;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests.Browser;

/// <summary>
/// Everything that the bot can say, as its golden files have it, taken by the stand-in (which is as strict as Slack) and looked at in light and in dark: pictures under
/// <c>artifacts/screenshots/screens</c>. No bot runs here; a few lines stand in its place to open the forms.
/// </summary>
[Collection(InTheBrowser.Name)]
public sealed partial class EachScreenTests(Chromium chromium) : IAsyncLifetime, IDisposable
{
    private const string Token = "xoxb-screens", Reader = "U01ANA";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly ColorScheme[] Schemes = [ColorScheme.Dark, ColorScheme.Light];

    private readonly TemporaryFolder folder = new();
    private readonly HttpClient slack = new();
    private HostProcess playground = null!;
    private WebApplication opener = null!;
    private JsonObject form = [];

    public async Task InitializeAsync()
    {
        var company = Path.Combine(folder.Path, "company.json");
        await File.WriteAllTextAsync(company, JsonSerializer.Serialize(new
        {
            team = new { id = "T0SCREENS", name = "Screens", domain = "screens", tz = "Europe/Lisbon" },
            bot = new { user_id = "U99PAIRING", bot_id = "B99PAIRING", app_id = "A99PAIRING", name = "PairingBot" },
            channels = new[] { new { id = "C01GENERAL", name = "general", topic = "", members = "all" }, new { id = "C02COFFEE0", name = "learning-coffee", topic = "", members = "all" } },
            people = new[] { Person("U01ANA", "Ana Lima"), Person("U02BEN", "Ben Okafor"), Person("U03CEM", "Cem Yıldız") },
        }));
        var builder = WebApplication.CreateSlimBuilder();
        opener = builder.Build();
        opener.Urls.Add(DemoTown.LoopbackAddress().ToString());
        opener.MapPost("/slack/{**any}", (RequestDelegate)OpenFormAsync);
        await opener.StartAsync();
        playground = HostProcess.Start("PairingBot.Playground", DemoTown.LoopbackAddress(), new Dictionary<string, string>
        {
            ["Playground:BotUrl"] = opener.Urls.First(),
            ["Playground:BotToken"] = Token,
            ["Playground:Company"] = company,
        });
        await playground.UntilAsync("healthz", Patience);
        slack.BaseAddress = playground.Address;
        slack.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public async Task DisposeAsync()
    {
        await playground.DisposeAsync();
        await opener.DisposeAsync();
    }

    public void Dispose()
    {
        slack.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task All_that_can_be_said_is_taken_and_can_be_looked_at()
    {
        var screens = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "PairingBot.Chat.Tests", "Golden", "gallery"), "*.json").Where(file => !file.EndsWith(".teams.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Content: JsonNode.Parse(File.ReadAllText(file))!.AsObject())).ToList();
        await using var context = await chromium.OpenAsync(playground.Address);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        await page.SetViewportSizeAsync(Gallery.Wide, 2_400); // the longest form in one piece
        await page.GotoAsync("/");
        await page.GetByTestId("hints-close").ClickAsync();
        await LookAtMessagesAsync(page, [.. screens.Where(screen => screen.Content["type"] is null)]);
        await LookAtHomesAsync(page, screens.Where(screen => (string?)screen.Content["type"] == "home"));
        await LookAtFormsAsync(page, screens.Where(screen => (string?)screen.Content["type"] == "modal"));
        Assert.InRange(screens.Count, 100, 1000);
    }

    private async Task LookAtMessagesAsync(IPage page, List<(string Name, JsonObject Content)> messages)
    {
        foreach (var (name, content) in messages)
            await CallAsync("chat.postMessage", new JsonObject { ["channel"] = Reader, ["text"] = content["text"]!.DeepClone(), ["blocks"] = content["blocks"]?.DeepClone() }, name);
        await page.GotoAsync("/?as=U01ANA&open=dm");
        await Assertions.Expect(page.GetByTestId("message")).ToHaveCountAsync(messages.Count);
        foreach (var scheme in Schemes)
        {
            await DressAsync(page, scheme); // once for all of them: a long conversation takes its time to change
            for (var index = 0; index < messages.Count; index++) await PictureAsync(page.GetByTestId("message").Nth(index), messages[index].Name, scheme);
        }
    }

    private async Task LookAtHomesAsync(IPage page, IEnumerable<(string Name, JsonObject Content)> homes)
    {
        await page.GotoAsync("/?as=U01ANA&open=home");
        foreach (var (name, content) in homes)
        {
            await CallAsync("views.publish", new JsonObject { ["user_id"] = Reader, ["view"] = content.DeepClone() }, name);
            await page.GotoAsync("/?as=U01ANA&open=home");
            await Assertions.Expect(page.GetByTestId("home")).ToContainTextAsync(EveryHome());
            await LookAsync(page, page.GetByTestId("home"), name);
        }
    }

    private async Task LookAtFormsAsync(IPage page, IEnumerable<(string Name, JsonObject Content)> forms)
    {
        foreach (var (name, content) in forms)
        {
            form = content;
            await slack.PostAsJsonAsync("playground/messages", new { @as = "U01ANA", channel = "C01GENERAL", text = "/coffee" });
            await page.GotoAsync("/?as=U01ANA&open=C01GENERAL");
            await LookAsync(page, page.Locator("dialog[open]").Last, name);
            await page.GetByTestId("modal-x").Last.ClickAsync();
            await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        }
    }

    private static async Task LookAsync(IPage page, ILocator what, string name)
    {
        foreach (var scheme in Schemes)
        {
            await DressAsync(page, scheme);
            await PictureAsync(what, name, scheme);
        }
    }

    private static Task DressAsync(IPage page, ColorScheme scheme) => page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });

    private static Task PictureAsync(ILocator what, string name, ColorScheme scheme) => what.ScreenshotAsync(new()
    {
        Path = Path.Combine(Repository.Root, "artifacts", "screenshots", "screens", $"{name}-{(scheme == ColorScheme.Dark ? "dark" : "light")}.png"),
        Animations = ScreenshotAnimations.Disabled,
    });

    private async Task<JsonElement> CallAsync(string method, JsonObject arguments, string screen)
    {
        using var answer = await slack.PostAsync("api/" + method, new StringContent(arguments.ToJsonString(), System.Text.Encoding.UTF8, "application/json"));
        var read = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(read.GetProperty("ok").GetBoolean(), $"{screen}: {read}");
        return read;
    }

    /// <summary>In the bot's place: whatever is typed opens the form whose turn it is.</summary>
    private async Task OpenFormAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/slack/commands", StringComparison.Ordinal)) return;
        var typed = await context.Request.ReadFormAsync();
        await CallAsync("views.open", new JsonObject { ["trigger_id"] = (string?)typed["trigger_id"], ["view"] = form.DeepClone() }, "a form");
    }

    private static object Person(string id, string name) => new { id, name = id.ToLowerInvariant(), real_name = name, tz = "Europe/Lisbon", is_admin = id == "U01ANA" };

    [GeneratedRegex("Weekly coffee|My learning", RegexOptions.None, 1000)]
    private static partial Regex EveryHome();
}
