using Microsoft.Extensions.FileProviders;
using PairingBot.Playground.Company;
using PairingBot.Playground.Pages;
using PairingBot.Playground.SlackApi;
using PairingBot.Playground.ToBot;
using PairingBot.Playground.ToBot.Sockets;
using PairingBot.Playground.Workspace;

namespace PairingBot.Playground;

/// <summary>A stand-in for Slack: its Web API towards the bot, and a page to sit at as anybody of the demo company.</summary>
public static class PlaygroundHost
{
    public static void Main(string[] args) => Build(args).Run();

    /// <summary>Public so that browser tests can start a playground inside their own process, on a free port.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var options = builder.Configuration.GetSection("Playground").Get<PlaygroundOptions>() ?? new PlaygroundOptions();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(CompanyFile.Load(options.Company));
        builder.Services.AddPlaygroundWorkspace();
        builder.Services.AddSlackApi();
        builder.Services.AddBotGateway(options);
        builder.Services.AddSingleton<Desk>();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        var app = builder.Build();
        ServePage(app);
        app.MapGet("/healthz", () => Results.Text("ok"));
        app.MapSockets();
        app.MapSlackApi();
        app.MapAuthorizePage();
        app.MapTestEndpoints();
        app.MapDesk();
        return app;
    }

    private static void ServePage(WebApplication app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "playground-page"));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            // A rebuilt playground must never run with yesterday's scripts.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
    }
}
