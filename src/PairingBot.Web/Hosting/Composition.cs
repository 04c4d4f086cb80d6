using Microsoft.Extensions.Options;
using PairingBot.App;
using PairingBot.App.Storage;
using PairingBot.App.Storage.Seeds;
using PairingBot.Slack;
using PairingBot.Teams;
using PairingBot.Web.Development;

namespace PairingBot.Web.Hosting;

/// <summary>Puts the projects together. The one place that knows all of them.</summary>
internal static class Composition
{
    public static void AddSettings(WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<HostSettings>().Bind(builder.Configuration.GetSection(HostSettings.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HostSettings>, HostSettingsValidator>();
        if (UsesSlack(builder.Configuration)) builder.Services.AddSlack(builder.Configuration);
        builder.Services.AddTeams(builder.Configuration);
        using var early = builder.Services.BuildServiceProvider();
        early.GetRequiredService<IStartupValidator>().Validate(); // before a database is started for nothing
    }

    public static void AddEverything(WebApplicationBuilder builder, Database database)
    {
        var settings = builder.Configuration.GetSection(HostSettings.Section).Get<HostSettings>() ?? new HostSettings();
        var secret = settings.SecretFor(builder.Configuration)!; // the validator has seen to it
        if (builder.Environment.IsDevelopment()) AddMovableClock(builder.Services); // first of all things that come first
        else builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPairingBot(database.ConnectionString, secret).AddPairingBotLoops(database.ConnectionString);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        if (!string.IsNullOrEmpty(settings.Demo)) builder.Services.AddSingleton(new DemoFile(settings.Demo)).AddScoped<IFirstThing, DemoSeed>();
    }

    public static void MapEverything(WebApplication app)
    {
        if (UsesSlack(app.Configuration)) app.MapSlack();
        app.MapTeams();
        Health.Map(app);
    }

    /// <summary>A host that is set up for Teams alone needs nothing of Slack's; one that is set up for nothing hears what Slack lacks.</summary>
    private static bool UsesSlack(IConfiguration configuration) =>
        string.IsNullOrWhiteSpace(configuration["Teams:AppId"]) || configuration.GetSection(SlackOptions.Section).GetChildren().Any(setting => !string.IsNullOrWhiteSpace(setting.Value));

    private static void AddMovableClock(IServiceCollection services)
    {
        services.AddSingleton<MovableClock>().AddSingleton<TimeProvider>(provider => provider.GetRequiredService<MovableClock>());
        services.AddSingleton<DevelopmentClock>().AddScoped<IFirstThing, ClockReading>();
    }
}
