using System.Globalization;

namespace PairingBot.App.Storage;

/// <summary>What <c>postmaster.pid</c> says of a server: it may run, or be the trace of one that was killed.</summary>
/// <param name="Pid">Zero when the file is empty: a power cut leaves it so.</param>
/// <param name="SocketFolder">Empty while the server starts.</param>
internal sealed record Postmaster(int Pid, string SocketFolder)
{
    // The lines of the file: pid, data folder, start time, port, socket folder, listening address, shared memory, state.
    private const int PidLine = 0;
    private const int SocketLine = 4;

    public static Postmaster? Read(PostgresFolder folder)
    {
        try
        {
            var lines = File.ReadAllLines(folder.PidFile);
            var pid = lines.Length > PidLine && int.TryParse(lines[PidLine], CultureInfo.InvariantCulture, out var number) ? number : 0;
            return new Postmaster(pid, lines.Length > SocketLine ? lines[SocketLine] : "");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// After a restart of the machine the number may belong to anybody, so the name of the program counts as well.
    /// A killed server that nobody waits for (a container without an init) is a zombie, and dead.
    /// </summary>
    public async Task<bool> IsAlive(CancellationToken cancel)
    {
        if (Directory.Exists("/proc/self"))
            return IsRunningPostgres(ProcessStatus());
        var run = await CommandRun.Of(["ps", "-o", "stat=,comm=", "-p", Pid.ToString(CultureInfo.InvariantCulture)], cancel);
        return run.Succeeded && run.Output.Contains("postgres", StringComparison.Ordinal) && !run.Output.TrimStart().StartsWith('Z');
    }

    // "4711 (postgres) S 1 …"
    private static bool IsRunningPostgres(string status) =>
        status.Contains("(postgres)", StringComparison.Ordinal) && !status.Contains(") Z ", StringComparison.Ordinal);

    private string ProcessStatus()
    {
        try
        {
            return File.ReadAllText($"/proc/{Pid}/stat");
        }
        catch (IOException)
        {
            return ""; // gone, perhaps just now
        }
    }
}
