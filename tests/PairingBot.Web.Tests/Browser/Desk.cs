using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests.Browser;

/// <summary>
/// The Playground's page in the hands of a person: whose desk they sit at, what they type and press, what they see. Everything is found by what it says, as a
/// person or a screen reader finds it; test hooks are used only where nothing is said.
/// </summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private readonly IPage page;

    private readonly DemoTown town;

    private readonly List<string> complaints = [];

    private Desk(DemoTown town, IBrowserContext context, IPage page, string story)
    {
        (this.town, this.context, this.page) = (town, context, page);
        Gallery = new Gallery(page, story);
        page.Console += (_, said) => { if (said.Type == "error") complaints.Add(said.Text); };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public Gallery Gallery { get; }

    public ILocator Messages => page.GetByTestId("message");

    public ILocator LastMessage => Messages.Last;

    public ILocator Home => page.GetByTestId("home");

    public ILocator Form => page.Locator("dialog[open]").Last;

    public ILocator PlaceTitle => page.GetByTestId("place-title");

    public ILocator Strip => page.GetByTestId("clock-strip");

    public static async Task<Desk> OpenAsync(Chromium chromium, DemoTown town, string story, string address = "/")
    {
        var context = await chromium.OpenAsync(town.Page);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        var desk = new Desk(town, context, page, story);
        await page.GotoAsync(address);
        await Expect(page.GetByTestId("me")).Not.ToBeEmptyAsync();
        return desk;
    }

    /// <summary>Sits down at somebody's desk; the page opens the conversation in which there is news for them, if there is any.</summary>
    public async Task SitAsAsync(string name)
    {
        var filter = page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a colleague" });
        await filter.FillAsync(name);
        await page.GetByTestId("people").GetByRole(AriaRole.Button, new() { NameRegex = new Regex(Regex.Escape(name)) }).ClickAsync();
        await filter.FillAsync("");
        await Expect(page.GetByTestId("me")).ToContainTextAsync(name);
    }

    public Task OpenMessagesAsync() => OpenAsync("Messages");

    public Task OpenHomeAsync() => OpenAsync("Home");

    /// <summary>Opens what stands in the sidebar under this name.</summary>
    public async Task OpenAsync(string place)
    {
        var button = page.GetByTestId("places").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + Regex.Escape(place)) });
        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("aria-current", "page");
    }

    /// <summary>Opens the newest conversation with a colleague, and returns the colleague's name (one of them, in a trio).</summary>
    public async Task<string> OpenConversationAsync()
    {
        await Conversations.First.ClickAsync();
        await Expect(Conversations.First).ToHaveAttributeAsync("aria-current", "page");
        return (await PlaceTitle.InnerTextAsync()).Split(", ")[0];
    }

    /// <summary>The conversations with colleagues, newest first.</summary>
    public ILocator Conversations => page.GetByRole(AriaRole.Region, new() { Name = "Your conversations" }).GetByRole(AriaRole.Button);

    public ILocator Unread(string place) => page.GetByTestId("places").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + Regex.Escape(place)) }).GetByTestId("unread");

    /// <summary>Types and sends; where a busy machine made the bot too late, it asks for another try, and gets it.</summary>
    public async Task TypeAsync(string text)
    {
        for (var tries = 3; tries > 0; tries--)
        {
            var before = await Messages.CountAsync();
            await WriteAsync(text);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByTestId("composer")).ToHaveValueAsync("");
            await Expect(Messages.Nth(before).Or(Form)).ToBeVisibleAsync();
            if (await LastMessage.Filter(new() { HasText = "Please try again in a moment." }).CountAsync() == 0) return;
        }
    }

    /// <summary>Writes without sending.</summary>
    public Task WriteAsync(string text) => page.GetByTestId("composer").FillAsync(text);

    public ILocator Suggestions => page.GetByRole(AriaRole.Listbox, new() { Name = "Suggestions" }).GetByRole(AriaRole.Option);

    /// <summary>Presses the newest button of this name in the conversation.</summary>
    public Task PressAsync(string button) => Messages.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    public ILocator Field(string label) => Form.GetByLabel(label);

    public Task FillAsync(string label, string text) => Field(label).FillAsync(text);

    /// <summary>Ticks boxes of a question; boxes of other questions may bear the same words.</summary>
    public async Task TickAsync(string question, params string[] boxes)
    {
        foreach (var box in boxes) await Field(question).GetByRole(AriaRole.Checkbox, new() { Name = box, Exact = true }).CheckAsync();
    }

    /// <summary>Picks somebody or something from a list that is searched.</summary>
    public async Task PickAsync(string question, string name)
    {
        await FillAsync(question, name);
        await Form.GetByRole(AriaRole.Option).Filter(new() { HasText = name }).First.ClickAsync();
        await Expect(Form.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Remove #?" + Regex.Escape(name)) })).ToBeVisibleAsync();
    }

    public Task SendFormAsync(string button) => Form.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    /// <summary>Reads what a form turned into or what was laid over it, and closes that.</summary>
    public async Task ReadAndCloseAsync(string words, string picture)
    {
        await Expect(Form).ToContainTextAsync(words);
        await Gallery.LookBrieflyAsync(picture);
        await SendFormAsync("Close");
        await Expect(Form.Filter(new() { HasText = words })).ToHaveCountAsync(0);
    }

    /// <summary>Lets a week pass by the clock's button, and waits until the bot has done all that came due.</summary>
    public async Task LetAWeekPassAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "+1 week" }).ClickAsync();
        await Expect(Strip).ToContainTextAsync("Day ");
        await Gallery.GlanceAsync("time-passes");
        await Expect(Strip).ToContainTextAsync("One week later.", new() { Timeout = 120_000 });
    }

    public Task CloseHintsAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Got it" }).ClickAsync();

    public Task CloseStripAsync() => Strip.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

    /// <summary>Nobody saw it, perhaps, but neither the page nor the bot may have broken on the way.</summary>
    public void AssertThatNothingBroke()
    {
        Assert.Empty(complaints);
        Assert.DoesNotContain(" broke for ", town.BotProcess.Output, StringComparison.Ordinal);
    }

    /// <summary>Leaves a picture of the last thing seen and what the bot logged: where a test failed, this is where and why.</summary>
    public async ValueTask DisposeAsync()
    {
        await Gallery.KeepLastSightAsync(town.BotProcess.Output);
        await context.DisposeAsync();
    }

    public static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
