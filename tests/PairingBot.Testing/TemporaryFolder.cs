using System.Diagnostics;

namespace PairingBot.Testing;

/// <summary>A folder of a test, gone with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Path = Directory.CreateTempSubdirectory("pairingbot-test-").FullName;
        // As root, the private PostgreSQL runs as another user, who has to go through here.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    public string Path { get; }

    public void Dispose()
    {
        for (var attempt = 1; Directory.Exists(Path); attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (attempt < 20)
            {
                // A killed server's children may still write.
                Task.Delay(50).Wait();
            }
        }
    }

    /// <summary>
    /// Removes the folder, and first the PostgreSQL server in it, when this process is gone, however it ends: test runners kill their hosts,
    /// so nothing of ours may count on running at exit.
    /// </summary>
    public void RemoveWhenThisProcessIsGone(string postgresFolder)
    {
        const string reaper = """
            ( trap '' HUP INT TERM # meant for all of the run, and this one cleans up after it
              while kill -0 "$1" 2>/dev/null && [ -d "$3" ]; do sleep 0.3; done
              server=$(head -n 1 "$2/data/postmaster.pid" 2>/dev/null)
              if [ -n "$server" ]; then
                kill -QUIT "$server" 2>/dev/null
                for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$server" 2>/dev/null || break; sleep 0.2; done
              fi
              rm -rf "$2" "$3" ) </dev/null >/dev/null 2>&1 &
            """;
        using var shell = Process.Start("/bin/sh", ["-c", reaper, "reaper", $"{Environment.ProcessId}", postgresFolder, Path]);
        shell.WaitForExit();
    }
}
