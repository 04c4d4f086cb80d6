using Microsoft.EntityFrameworkCore;
using Npgsql;
using PairingBot.App;
using PairingBot.App.Storage;

namespace PairingBot.Web.Hosting;

/// <summary>The database of this run: the configured one, or a private one that is started and stopped with the host.</summary>
internal sealed class Database(string connectionString, PrivatePostgres? own) : IAsyncDisposable
{
    public string ConnectionString { get; } = connectionString;

    public bool IsPrivate => own is not null;

    public static async Task<Database> ChooseAsync(WebApplicationBuilder builder, CancellationToken cancel)
    {
        if (builder.Configuration.GetConnectionString("PairingBot") is { Length: > 0 } configured) return new Database(Check(configured), null);
        var folder = builder.Configuration[$"{HostSettings.Section}:{nameof(HostSettings.DataFolder)}"];
        using var logs = LoggerFactory.Create(logging => logging.AddConsole());
        try
        {
            var own = await PrivatePostgres.StartAsync(string.IsNullOrWhiteSpace(folder) ? DataFolder.Default : folder, logs.CreateLogger<PrivatePostgres>(), cancel);
            return new Database(own.ConnectionString, own);
        }
        catch (PostgresUnavailableException unavailable)
        {
            throw new StartRefusedException(unavailable.Message);
        }
    }

    public async Task<int> MigrateAsync(CancellationToken cancel)
    {
        await using var db = new PairingBotDb((DbContextOptions<PairingBotDb>)AppSetup.Configure(new DbContextOptionsBuilder<PairingBotDb>(), ConnectionString).Options);
        try
        {
            await db.Database.MigrateAsync(cancel);
            return 0;
        }
        catch (NpgsqlException failure)
        {
            throw new StartRefusedException("The database can not be migrated: " + failure.Message);
        }
    }

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Check(string configured)
    {
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(configured);
            if (string.IsNullOrEmpty(parsed.Host)) throw new StartRefusedException("ConnectionStrings:PairingBot names no host: write something like Host=db;Database=pairingbot;Username=bot;Password=….");
            if (!configured.Contains("timeout", StringComparison.OrdinalIgnoreCase)) parsed.Timeout = 5; // a person waits at the other end
            return parsed.ConnectionString;
        }
        catch (ArgumentException wrong)
        {
            throw new StartRefusedException("ConnectionStrings:PairingBot can not be read: " + wrong.Message);
        }
    }
}
