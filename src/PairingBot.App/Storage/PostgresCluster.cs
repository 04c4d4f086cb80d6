using System.Diagnostics;
using System.Globalization;

namespace PairingBot.App.Storage;

/// <summary>The cluster in a folder, and the programs that make, start and stop it. Only the host whose turn it is uses it.</summary>
internal sealed class PostgresCluster
{
    private const long LongestLog = 10_000_000;
    private const string OurSettings = "pairingbot.conf";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly PostgresBinaries _binaries;
    private readonly ServerUser _user;
    private readonly PrivatePostgresSettings _settings;

    private PostgresCluster(PostgresFolder folder, PostgresBinaries binaries, ServerUser user, PrivatePostgresSettings settings) =>
        (Folder, _binaries, _user, _settings) = (folder, binaries, user, settings);

    public PostgresFolder Folder { get; }

    public static async Task<PostgresCluster> Open(PostgresFolder folder, ServerUser user, PrivatePostgresSettings settings, CancellationToken cancel)
    {
        var cluster = new PostgresCluster(folder, await PostgresBinaries.Find(user, folder.Major, cancel), user, settings);
        if (!folder.HasCluster)
            await cluster.Make(cancel);
        return cluster;
    }

    /// <summary>Starts the server and answers with the folder of its socket.</summary>
    public async Task<string> Start(CancellationToken cancel)
    {
        var socketFolder = Folder.SocketFolder() ?? PostgresFolder.TemporarySocketFolder();
        await _user.MakeOwn(socketFolder, cancel);
        RemoveOldSocket(socketFolder);
        await File.WriteAllTextAsync(Path.Combine(Folder.Data, OurSettings), Configuration(socketFolder), cancel);
        if (new FileInfo(Folder.Log) is { Exists: true, Length: > LongestLog } log)
            log.Delete();

        // Backends of a killed server need a moment to see that it is gone, and hold its shared memory until then.
        CommandRun run;
        var wait = Stopwatch.StartNew();
        do
        {
            run = await _user.Run(cancel, _binaries.PgCtl, "start", "-w", "-t", "60", "-D", Folder.Data, "-l", Folder.Log);
            if (run.Succeeded)
                return socketFolder;
            await Task.Delay(500, cancel);
        }
        while (wait.Elapsed < Patience && LastOfLog().Contains("is still in use", StringComparison.Ordinal));
        throw new PostgresUnavailableException($"The private PostgreSQL in {Folder.Root} does not start ({Fault(run)}): see {Folder.Log}.");
    }

    /// <summary>Fast mode: connections are cut, what was committed is kept.</summary>
    public async Task<CommandRun> Stop()
    {
        var socketFolder = Postmaster.Read(Folder)?.SocketFolder;
        if (socketFolder is null)
            return new CommandRun(0, "it was not running");
        var run = await _user.Run(CancellationToken.None, _binaries.PgCtl, "stop", "-m", "fast", "-w", "-t", "30", "-D", Folder.Data);
        if (run.Succeeded)
            PostgresFolder.RemoveTemporary(socketFolder);
        return run;
    }

    private async Task Make(CancellationToken cancel)
    {
        await _user.MakeOwn(Folder.Root, cancel);
        var run = await InitDb("C.UTF-8", cancel);
        if (!run.Succeeded)
            run = await InitDb("C", cancel); // older systems do not have the first one
        if (!run.Succeeded)
            throw new PostgresUnavailableException($"{_binaries.InitDb} could not make the private database in {Folder.Root} ({run.LastLine}): reinstall PostgreSQL, or name another with PairingBot__PostgresBin.");
        await File.AppendAllTextAsync(Path.Combine(Folder.UnfinishedData, "postgresql.conf"), $"include_if_exists = '{OurSettings}'\n", cancel);
        Directory.Move(Folder.UnfinishedData, Folder.Data);
    }

    private Task<CommandRun> InitDb(string locale, CancellationToken cancel)
    {
        if (Directory.Exists(Folder.UnfinishedData))
            Directory.Delete(Folder.UnfinishedData, recursive: true);
        // Whoever may enter the socket's folder is the server's user or root, so a password would guard nothing.
        string[] command = [_binaries.InitDb, "-D", Folder.UnfinishedData, "-U", "pairingbot", "-E", "UTF8", "--locale", locale, "--auth-local=trust", "--auth-host=reject"];
        return _user.Run(cancel, _settings.Durable ? command : [.. command, "--no-sync"]);
    }

    /// <summary>The socket of a killed server names a process that may be anybody by now, which would forbid the start.</summary>
    private static void RemoveOldSocket(string socketFolder)
    {
        foreach (var file in Directory.EnumerateFiles(socketFolder, ".s.PGSQL.*"))
            File.Delete(file);
    }

    private string Configuration(string socketFolder)
    {
        var durable = _settings.Durable ? "on" : "off";
        return string.Create(CultureInfo.InvariantCulture, $"""
            # Written at each start.
            listen_addresses = ''
            port = 5432
            unix_socket_directories = '{socketFolder}'
            unix_socket_permissions = 0700
            max_connections = {_settings.MaxConnections}
            fsync = {durable}
            synchronous_commit = {durable}
            full_page_writes = {durable}

            """);
    }

    private string Fault(CommandRun run)
    {
        var line = LastOfLog().Split('\n').LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal));
        return line is null ? run.LastLine : line[line.IndexOf("FATAL:", StringComparison.Ordinal)..].Trim();
    }

    private string LastOfLog()
    {
        var log = new FileInfo(Folder.Log);
        if (!log.Exists)
            return "";
        using var stream = log.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(-Math.Min(2000, stream.Length), SeekOrigin.End);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
