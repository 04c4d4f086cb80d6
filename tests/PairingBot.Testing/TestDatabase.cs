using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PairingBot.Testing;

/// <summary>
/// An empty, migrated database of one test. The migrations run once in a process, on a template; each database is a copy of it.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<MethodInfo, Lazy<Task<string>>> Templates = new();

    private static readonly string Ours = "pairingbot_test_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Environment.MachineName)))[..8] + "_";

    private readonly string _name;

    private TestDatabase(string name, string connectionString) => (_name, ConnectionString) = (name, connectionString);

    public string ConnectionString { get; }

    /// <param name="migrate">Gets a connection string and makes the schema there. Give the same method each time: it is what the template is kept by.</param>
    public static async Task<TestDatabase> CreateAsync(Func<string, Task> migrate)
    {
        var template = await Templates.GetOrAdd(migrate.Method, _ => new(() => MakeTemplate(migrate))).Value;
        var name = NewName();
        await OnServer($"CREATE DATABASE {name} TEMPLATE {template}");
        return new TestDatabase(name, await ConnectionStringTo(name, pooled: true));
    }

    /// <summary>A database with nothing in it.</summary>
    public static Task<TestDatabase> CreateEmptyAsync() => CreateAsync(Nothing);

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await OnServer($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private static Task Nothing(string connectionString) => Task.CompletedTask;

    private static async Task<string> MakeTemplate(Func<string, Task> migrate)
    {
        await DropLeftOvers();
        var name = NewName();
        await OnServer($"CREATE DATABASE {name}");
        // A connection that a pool keeps would forbid to copy the template.
        await migrate(await ConnectionStringTo(name, pooled: false));
        return name;
    }

    /// <summary>A template lives as long as its process, and a killed process leaves its databases: their names say whose they were.</summary>
    private static async Task DropLeftOvers()
    {
        foreach (var name in await DatabasesOfThisMachine())
        {
            var process = int.Parse(name.AsSpan(Ours.Length, name.IndexOf('_', Ours.Length) - Ours.Length), CultureInfo.InvariantCulture);
            if (!IsRunning(process))
                await OnServer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    private static async Task<IReadOnlyList<string>> DatabasesOfThisMachine()
    {
        await using var connection = new NpgsqlConnection(await PostgresServer.ConnectionString);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", connection)
        {
            Parameters = { new() { Value = Ours } },
        };
        await using var rows = await ask.ExecuteReaderAsync();
        var names = new List<string>();
        while (await rows.ReadAsync())
            names.Add(rows.GetString(0));
        return names;
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var running = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string NewName() => $"{Ours}{Environment.ProcessId}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";

    private static async Task<string> ConnectionStringTo(string database, bool pooled) =>
        new NpgsqlConnectionStringBuilder(await PostgresServer.ConnectionString) { Database = database, Pooling = pooled, MaxPoolSize = 30 }.ConnectionString;

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(await PostgresServer.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
