using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace PairingBot.App.Storage;

/// <summary>
/// The embedded default: a PostgreSQL of the bot's own, so that it runs without a database server to set up. It listens on a Unix socket in a
/// folder that only its user may enter, never on the network.
/// <para>
/// Crashes: a killed host leaves the server running, and the next host of the data folder adopts it. A killed server leaves its
/// <c>postmaster.pid</c>, and the next start clears it and lets PostgreSQL recover. A crash while the cluster is made leaves a folder
/// that the next start removes.
/// </para>
/// <para>Several hosts of one data folder share one server; whoever is the last to leave stops it, whoever started it.</para>
/// </summary>
public sealed partial class PrivatePostgres : IAsyncDisposable
{
    private const string Name = "pairingbot";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PostgresCluster _cluster;
    private readonly HostCount _hosts;
    private readonly ILogger _logger;
    private bool _disposed;

    private PrivatePostgres(PostgresCluster cluster, HostCount hosts, ILogger logger, string connectionString)
    {
        (_cluster, _hosts, _logger) = (cluster, hosts, logger);
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    /// <summary>The folder with the cluster, its socket and its log.</summary>
    public string Folder => _cluster.Folder.Root;

    public static Task<PrivatePostgres> StartAsync(string dataFolder, ILogger logger, CancellationToken cancel) =>
        StartAsync(dataFolder, new PrivatePostgresSettings(), logger, cancel);

    /// <exception cref="PostgresUnavailableException">With one sentence that says what to install or to change.</exception>
    public static async Task<PrivatePostgres> StartAsync(string dataFolder, PrivatePostgresSettings settings, ILogger logger, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows())
            throw new PostgresUnavailableException("The private PostgreSQL needs Linux or macOS: name a server in ConnectionStrings__PairingBot.");
        var user = await ServerUser.Find(cancel);
        dataFolder = Path.GetFullPath(dataFolder);
        MakeDataFolder(dataFolder);
        var hosts = new HostCount(dataFolder);
        using var turn = await hosts.Turn(cancel);
        try
        {
            var cluster = await PostgresCluster.Open(await PostgresFolder.Choose(dataFolder, user, cancel), user, settings, cancel);
            hosts.Enter();
            var connectionString = await Adopt(cluster, logger, cancel) ?? await Start(cluster, logger, cancel);
            return new PrivatePostgres(cluster, hosts, logger, await WithDatabase(connectionString, cancel));
        }
        catch (UnauthorizedAccessException e)
        {
            hosts.Dispose();
            throw new PostgresUnavailableException($"The data folder {dataFolder} belongs to another user: start the bot as that one, or choose another folder with PairingBot__DataFolder.", e);
        }
        catch
        {
            hosts.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        using var turn = await _hosts.Turn(CancellationToken.None);
        if (!_hosts.LeaveAsLast())
        {
            LogLeftToOthers();
            return;
        }
        var stopped = await _cluster.Stop();
        if (stopped.Succeeded)
            LogStopped();
        else
            LogNotStopped(stopped.LastLine);
    }

    /// <summary>The server's user, when it is another than ours, must be able to go through the folder; only what is in it is secret.</summary>
    private static void MakeDataFolder(string dataFolder)
    {
        if (Directory.Exists(dataFolder) || OperatingSystem.IsWindows())
            return;
        var owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        var through = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        try
        {
            Directory.CreateDirectory(dataFolder, Environment.IsPrivilegedProcess ? owner | through : owner);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PostgresUnavailableException($"The data folder {dataFolder} cannot be made: choose another with PairingBot__DataFolder.", e);
        }
    }

    /// <summary>The server of a host that was killed, or of one that runs beside us. It may still be starting, or recovering.</summary>
    private static async Task<string?> Adopt(PostgresCluster cluster, ILogger logger, CancellationToken cancel)
    {
        for (var wait = Stopwatch.StartNew(); wait.Elapsed < Patience; await Task.Delay(100, cancel))
        {
            if (Postmaster.Read(cluster.Folder) is not { } postmaster)
                return null;
            if (!await postmaster.IsAlive(cancel))
            {
                LogStale(logger, postmaster.Pid);
                File.Delete(cluster.Folder.PidFile);
                PostgresFolder.RemoveTemporary(postmaster.SocketFolder);
                return null;
            }
            var connectionString = ConnectionStringTo(postmaster.SocketFolder);
            if (postmaster.SocketFolder.Length > 0 && await Answers(connectionString, cancel))
            {
                LogAdopted(logger, postmaster.Pid);
                return connectionString;
            }
        }
        throw new PostgresUnavailableException($"A PostgreSQL runs in {cluster.Folder.Root} but did not answer for {Patience.TotalSeconds:0} seconds: see {cluster.Folder.Log}, or end it and start again.");
    }

    private static async Task<string> Start(PostgresCluster cluster, ILogger logger, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var connectionString = ConnectionStringTo(await cluster.Start(cancel));
        LogStarted(logger, cluster.Folder.Root, watch.ElapsedMilliseconds);
        return connectionString;
    }

    private static string ConnectionStringTo(string socketFolder) =>
        new NpgsqlConnectionStringBuilder { Host = socketFolder, Username = Name, Database = "postgres", Timeout = 5 }.ConnectionString;

    private static async Task<bool> Answers(string connectionString, CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Unpooled(connectionString, "postgres"));
            await connection.OpenAsync(cancel);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }

    private static async Task<string> WithDatabase(string connectionString, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString, "postgres"));
        await connection.OpenAsync(cancel);
        await using var ask = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = '" + Name + "'", connection);
        if (await ask.ExecuteScalarAsync(cancel) is 0L)
        {
            await using var create = new NpgsqlCommand("CREATE DATABASE " + Name, connection);
            await create.ExecuteNonQueryAsync(cancel);
        }
        return new NpgsqlConnectionStringBuilder(connectionString) { Database = Name }.ConnectionString;
    }

    private static string Unpooled(string connectionString, string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database, Pooling = false }.ConnectionString;

    [LoggerMessage(1, LogLevel.Information, "The private PostgreSQL in {Folder} started in {Milliseconds} ms")]
    private static partial void LogStarted(ILogger logger, string folder, long milliseconds);

    [LoggerMessage(2, LogLevel.Information, "Using the private PostgreSQL that runs already (process {Pid})")]
    private static partial void LogAdopted(ILogger logger, int pid);

    [LoggerMessage(3, LogLevel.Warning, "The private PostgreSQL was not shut down the last time (process {Pid} is gone): it recovers now")]
    private static partial void LogStale(ILogger logger, int pid);

    [LoggerMessage(4, LogLevel.Information, "The private PostgreSQL is stopped")]
    private partial void LogStopped();

    [LoggerMessage(5, LogLevel.Information, "The private PostgreSQL stays: another host uses it")]
    private partial void LogLeftToOthers();

    [LoggerMessage(6, LogLevel.Warning, "The private PostgreSQL did not stop: {Reason}")]
    private partial void LogNotStopped(string reason);
}
