using Microsoft.Extensions.Options;
using PairingBot.Web.Development;
using PairingBot.Web.Hosting;

namespace PairingBot.Web;

/// <summary>The host: reads the command, composes the projects, runs. Exit codes: 0 done, 1 failed while running, 2 wrong command or configuration.</summary>
internal static class WebHost
{
    public static async Task<int> Main(string[] args)
    {
        var (command, rest) = Commands.Split(args);
        if (command == "match") return MatchCommand.Run(rest);
        if (command is not ("serve" or "migrate")) return Commands.Explain(command);
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = rest, ContentRootPath = AppContext.BaseDirectory });
            Composition.AddSettings(builder);
            await using var database = await Database.ChooseAsync(builder, CancellationToken.None);
            if (command == "migrate") return await database.MigrateAsync(CancellationToken.None);
            if (database.IsPrivate) await database.MigrateAsync(CancellationToken.None);
            return await ServeAsync(builder, database);
        }
        catch (OptionsValidationException wrong)
        {
            foreach (var fault in wrong.Failures) await Console.Error.WriteLineAsync(fault);
            return 2;
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            foreach (var fault in several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(wrong => wrong.Failures)) await Console.Error.WriteLineAsync(fault);
            return 2;
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }

    private static async Task<int> ServeAsync(WebApplicationBuilder builder, Database database)
    {
        Composition.AddEverything(builder, database);
        await using var app = builder.Build();
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        Composition.MapEverything(app);
        if (app.Environment.IsDevelopment()) DevelopmentClock.Map(app);
        try
        {
            await app.RunAsync();
        }
        catch (IOException taken) // the port belongs to somebody else
        {
            throw new StartRefusedException(taken.Message);
        }

        return Environment.ExitCode;
    }
}
