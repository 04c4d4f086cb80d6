using System.Diagnostics;
using Microsoft.Playwright;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests.Browser;

/// <summary>Microsoft's own renderer of Adaptive Cards, from npm by a lock file: fetched the first time, never committed.</summary>
internal static class CardRenderer
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "cardrenderer");

    /// <summary>Null where there is no npm.</summary>
    public static string? Npm { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "npm")).FirstOrDefault(File.Exists);

    /// <summary>A page on which <c>draw(cards)</c> draws: a conversation's width, Teams's colours and letters, mentions as Teams shows them.</summary>
    public static async Task<IPage> OpenAsync(IBrowserContext context)
    {
        await FetchAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync(await File.ReadAllTextAsync(Path.Combine(Folder, "page.html")));
        foreach (var script in (string[])["markdown-it/dist/markdown-it.min.js", "adaptivecards/dist/adaptivecards.js"]) await page.AddScriptTagAsync(new() { Path = Path.Combine(Folder, "node_modules", script) });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(Folder, "draw.js") });
        return page;
    }

    private static async Task FetchAsync()
    {
        var (locked, installed) = (Path.Combine(Folder, "package-lock.json"), Path.Combine(Folder, "node_modules", "installed-lock.json"));
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == await File.ReadAllTextAsync(locked)) return;
        using var npm = Process.Start(new ProcessStartInfo(Npm!, ["ci", "--no-audit", "--no-fund"]) { UseShellExecute = false, WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, string.Concat(said));
        File.Copy(locked, installed, overwrite: true);
    }
}

/// <summary>A fact that needs the renderer, skipped where there is no npm to fetch it with.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DrawnFactAttribute : FactAttribute
{
    public DrawnFactAttribute()
    {
        if (CardRenderer.Npm is null) Skip = "The renderer of cards comes by npm, which is not on this machine.";
    }
}
