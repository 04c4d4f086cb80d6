using Microsoft.Extensions.Logging.Abstractions;
using PairingBot.App.Storage;

namespace PairingBot.Testing;

/// <summary>
/// The PostgreSQL of a whole test process: the one that <c>PAIRINGBOT_TEST_POSTGRES</c> names (a connection string that may create
/// databases; <c>tests/run.sh</c> sets it), else a private one that goes away with the process.
/// </summary>
public static class PostgresServer
{
    private const string Variable = "PAIRINGBOT_TEST_POSTGRES";
    private static readonly Lazy<Task<string>> Started = new(Start);

    /// <summary>To the server's own database; tests make theirs with <see cref="TestDatabase"/>.</summary>
    public static Task<string> ConnectionString => Started.Value;

    private static async Task<string> Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return named;
        var folder = new TemporaryFolder();
        var settings = new PrivatePostgresSettings { Durable = false, MaxConnections = 200 };
        var postgres = await PrivatePostgres.StartAsync(folder.Path, settings, NullLogger.Instance, CancellationToken.None);
        folder.RemoveWhenThisProcessIsGone(postgres.Folder);
        return postgres.ConnectionString;
    }
}
