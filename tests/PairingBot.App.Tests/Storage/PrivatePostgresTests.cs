using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PairingBot.App.Storage;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Storage;

public sealed class PrivatePostgresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PrivatePostgresTests() => _folder.RemoveWhenThisProcessIsGone(Path.Combine(_folder.Path, "postgres"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Data_are_there_after_a_stop_and_a_start()
    {
        await using (var first = await Start())
            await Execute(first, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('ü☕')");

        await using var second = await Start();

        Assert.Equal("ü☕", await Ask(second, "SELECT word FROM kept"));
    }

    [Fact]
    public async Task Data_are_there_after_the_server_was_killed()
    {
        await using var first = await PrivatePostgres.StartAsync(_folder.Path, NullLogger.Instance, CancellationToken.None);
        await Execute(first, "CREATE TABLE kept AS SELECT 42 AS number");
        await KillServer(first);

        await using var second = await Start();

        Assert.Equal(42, await Ask(second, "SELECT number FROM kept"));
    }

    [Fact]
    public async Task A_second_host_shares_the_server_and_the_last_one_stops_it()
    {
        var first = await Start();
        await using (var second = await Start())
        {
            await first.DisposeAsync();
            Assert.Equal(1, await Ask(second, "SELECT 1"));
        }

        Assert.False(File.Exists(Path.Combine(first.Folder, "data", "postmaster.pid")));
    }

    [Fact]
    public async Task Hosts_that_start_at_once_share_one_server()
    {
        var hosts = await Task.WhenAll(Start(), Start(), Start());

        Assert.Single(hosts.Select(host => host.ConnectionString).Distinct());
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [Fact]
    public async Task A_process_number_that_belongs_to_somebody_else_now_does_no_harm()
    {
        var first = await Start();
        await first.DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(first.Folder, "data", "postmaster.pid"), $"{Environment.ProcessId}\n");

        await using var second = await Start();

        Assert.Equal(1, await Ask(second, "SELECT 1"));
    }

    [Fact]
    public async Task A_cluster_that_was_left_half_made_is_made_anew()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "postgres", "data.unfinished", "base"));

        await using var postgres = await Start();

        Assert.Equal(1, await Ask(postgres, "SELECT 1"));
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_is_no_obstacle()
    {
        await using var postgres = await Start(Path.Combine(_folder.Path, new string('x', 120)));

        Assert.Equal(1, await Ask(postgres, "SELECT 1"));
    }

    [Fact]
    public async Task It_is_durable_unless_told_otherwise_and_not_on_the_network()
    {
        await using var postgres = await PrivatePostgres.StartAsync(_folder.Path, NullLogger.Instance, CancellationToken.None);

        Assert.Equal("on", await Ask(postgres, "SELECT current_setting('fsync')"));
        Assert.Equal("", await Ask(postgres, "SELECT current_setting('listen_addresses')"));
    }

    private Task<PrivatePostgres> Start(string? folder = null) =>
        PrivatePostgres.StartAsync(folder ?? _folder.Path, new PrivatePostgresSettings { Durable = false }, NullLogger.Instance, CancellationToken.None);

    private static async Task KillServer(PrivatePostgres postgres)
    {
        var pid = (await File.ReadAllLinesAsync(Path.Combine(postgres.Folder, "data", "postmaster.pid")))[0];
        using var server = Process.GetProcessById(int.Parse(pid, CultureInfo.InvariantCulture));
        server.Kill();
        NpgsqlConnection.ClearPool(new NpgsqlConnection(postgres.ConnectionString)); // the host died as well
    }

    private static async Task Execute(PrivatePostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> Ask(PrivatePostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
