using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PairingBot.App;
using PairingBot.App.Storage;
using PairingBot.Testing;

namespace PairingBot.Web.Tests.Town;

/// <summary>The bot as a process on a database of its own, whatever chat platform it lives in.</summary>
internal abstract class BotTown(TestDatabase database, Uri bot) : IAsyncDisposable
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string ConnectionString => database.ConnectionString;

    public HttpClient Bot { get; } = new() { BaseAddress = bot, Timeout = TimeSpan.FromMinutes(3) };

    public HostProcess BotProcess { get; private set; } = null!;

    /// <summary>Moves the clock, an hour or more at a time; the bot runs all that is due.</summary>
    public async Task AdvanceAsync(string duration, string? step = null)
    {
        var answer = await Bot.PostAsJsonAsync("dev/clock", new { advance = duration, step });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<T> QueryAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException("no value"));
    }

    public Task<long> CountAsync(string from) => QueryAsync<long>("SELECT count(*) FROM " + from);

    public Task<long> ExecuteAsync(string sql) => QueryAsync<long>($"WITH changed AS ({sql} RETURNING 1) SELECT count(*) FROM changed");

    /// <summary>Waits until this holds; fails with the bot's log when it never does.</summary>
    /// <param name="holds">What.</param>
    /// <param name="what">In words.</param>
    /// <param name="patience">In tenths of a second.</param>
    public async Task UntilAsync(Func<Task<bool>> holds, string what, int patience = 300)
    {
        for (var left = patience; left > 0; left--, await Task.Delay(100))
            if (await holds()) return;
        Assert.Fail($"It never came to this: {what}\n{BotProcess.Output}");
    }

    /// <summary>Everything that came in is carried out, and everything that follows is sent.</summary>
    public Task SettleAsync() => UntilAsync(async () => await CountAsync("inbox WHERE done_at IS NULL") == 0 && await CountAsync("outbox WHERE state = 'Waiting'") == 0, "everything is sent");

    public async ValueTask DisposeAsync()
    {
        if (IsHost) await BotProcess.DisposeAsync();
        await LeaveAsync();
        Bot.Dispose();
        if (IsHost) await database.DisposeAsync();
    }

    /// <summary>False where another town has the bot and its database, too, and closes them.</summary>
    protected bool IsHost { get; init; } = true;

    /// <summary>The same bot, on the same database.</summary>
    protected TestDatabase Database => database;

    protected void Share(BotTown other) => BotProcess = other.BotProcess;

    public static async Task MigrateAsync(string connectionString)
    {
        await using var db = new PairingBotDb((DbContextOptions<PairingBotDb>)AppSetup.Configure(new DbContextOptionsBuilder<PairingBotDb>(), connectionString).Options);
        await db.Database.MigrateAsync();
    }

    public static Uri LoopbackAddress() => new($"http://127.0.0.1:{FreePort.Next()}/");

    protected async Task RunAsync(HostProcess process)
    {
        BotProcess = process;
        await process.UntilAsync("readyz", Patience);
    }

    /// <summary>What stands in for the platform is closed, when the bot is down.</summary>
    protected abstract ValueTask LeaveAsync();
}
