using System.Diagnostics;

namespace PairingBot.App.Storage;

/// <summary>
/// Which hosts of this machine use one data folder's server, counted by file locks, which the system gives back however a process ends.
/// Each host holds a shared lock while it runs; one more, exclusive lock lets one host at a time start or stop the server.
/// </summary>
internal sealed class HostCount : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _turnFile;
    private readonly string _hostsFile;
    private FileStream? _presence;

    public HostCount(string dataFolder)
    {
        _turnFile = Path.Combine(dataFolder, "postgres-turn.lock");
        _hostsFile = Path.Combine(dataFolder, "postgres-hosts.lock");
    }

    /// <summary>Waits until no other host starts or stops the server; dispose the answer to let the next one.</summary>
    public async Task<IDisposable> Turn(CancellationToken cancel)
    {
        for (var wait = Stopwatch.StartNew(); wait.Elapsed < Patience; await Task.Delay(50, cancel))
        {
            if (TryOpen(_turnFile, FileAccess.ReadWrite, FileShare.None) is { } turn)
                return turn;
        }
        throw new PostgresUnavailableException($"{_turnFile} could not be locked for {Patience.TotalMinutes:0} minutes: end the other PairingBot of this data folder, or see whether the disk is full.");
    }

    /// <summary>Only in one's turn.</summary>
    public void Enter()
    {
        if (!File.Exists(_hostsFile))
            File.Create(_hostsFile).Dispose();
        // On Unix, .NET takes a shared lock for reading with readers allowed, and an exclusive one for FileShare.None.
        _presence = new FileStream(_hostsFile, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    /// <summary>Only in one's turn. True when no other host is left.</summary>
    public bool LeaveAsLast()
    {
        Dispose();
        using var alone = TryOpen(_hostsFile, FileAccess.ReadWrite, FileShare.None);
        return alone is not null;
    }

    public void Dispose()
    {
        _presence?.Dispose();
        _presence = null;
    }

    private static FileStream? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null; // locked by another
        }
    }
}
