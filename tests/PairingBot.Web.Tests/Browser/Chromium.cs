using Microsoft.Playwright;

namespace PairingBot.Web.Tests.Browser;

/// <summary>
/// One Chromium for all browser tests: the one of the machine, never a download of Playwright's. Each test opens a context of its own in it, which is a browser
/// that nobody has used before.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--force-color-profile=srgb", "--font-render-hinting=none",
    ];

    private IPlaywright? playwright;

    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        var executable = Environment.GetEnvironmentVariable("PAIRINGBOT_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        if (!File.Exists(executable))
            throw new InvalidOperationException($"The browser tests need Chromium, and there is none at {executable}: run tests/run.sh, which installs it, or name yours in PAIRINGBOT_CHROMIUM.");
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000); // a busy machine is no bug
        playwright.Selectors.SetTestIdAttribute("data-test");
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    internal Task<IBrowserContext> OpenAsync(Uri address) => browser!.NewContextAsync(new()
    {
        BaseURL = address.ToString(),
        ViewportSize = new() { Width = Gallery.Wide, Height = Gallery.High },
        ColorScheme = ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
        Locale = "en-GB",
    });
}

/// <summary>Browser tests run one after the other, and beside nothing else: they time people's patience.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class InTheBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "in the browser";
}
