using Microsoft.Extensions.Options;
using PairingBot.App;
using PairingBot.App.Conversations;
using PairingBot.App.Storage;
using PairingBot.App.Storage.Seeds;
using PairingBot.Slack;
using PairingBot.Web.Development;

namespace PairingBot.Web.Hosting;

/// <summary>Puts the projects together. The one place that knows all of them.</summary>
internal static class Composition
{
    public static void AddSettings(WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<HostSettings>().Bind(builder.Configuration.GetSection(HostSettings.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HostSettings>, HostSettingsValidator>();
        builder.Services.AddSlack(builder.Configuration);
        using var early = builder.Services.BuildServiceProvider();
        early.GetRequiredService<IStartupValidator>().Validate(); // before a database is started for nothing
    }

    public static void AddEverything(WebApplicationBuilder builder, Database database)
    {
        var settings = builder.Configuration.GetSection(HostSettings.Section).Get<HostSettings>() ?? new HostSettings();
        var secret = string.IsNullOrEmpty(settings.EncryptionSecret) ? builder.Configuration["Slack:SigningSecret"]! : settings.EncryptionSecret;
        if (builder.Environment.IsDevelopment()) AddMovableClock(builder.Services); // first of all things that come first
        else builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new PublicAddress(Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var address) ? address : null));
        builder.Services.AddPairingBot(database.ConnectionString, secret).AddPairingBotLoops(database.ConnectionString);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        if (!string.IsNullOrEmpty(settings.Demo)) builder.Services.AddSingleton(new DemoFile(settings.Demo)).AddScoped<IFirstThing, DemoSeed>();
    }

    public static void MapEverything(WebApplication app)
    {
        app.MapSlack();
        CalendarRoute.Map(app);
        Health.Map(app);
    }

    private static void AddMovableClock(IServiceCollection services)
    {
        services.AddSingleton<MovableClock>().AddSingleton<TimeProvider>(provider => provider.GetRequiredService<MovableClock>());
        services.AddSingleton<DevelopmentClock>().AddScoped<IFirstThing, ClockReading>();
    }
}
