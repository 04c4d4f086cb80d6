using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PairingBot.App.Storage;

/// <summary>
/// Where a private PostgreSQL lives: <c>data</c> (the cluster), <c>run</c> (its socket) and <c>server.log</c>.
/// It is <c>postgres</c> in the data folder, unless the server runs as another user who may not enter there (root's home is closed):
/// then it is <c>/var/lib/pairingbot/</c> and a name made from the data folder's path.
/// </summary>
internal sealed record PostgresFolder(string Root)
{
    // sun_path holds 108 bytes on Linux and 104 on macOS, with the zero at the end.
    private const int LongestSocketPath = 103;
    private const string SocketName = "/.s.PGSQL.5432";
    private const string ShortFolderPrefix = "pairingbot-";

    public string Data => Path.Combine(Root, "data");

    /// <summary>initdb works here; the folder takes its real name when all of it is there, so that a crash leaves no half cluster.</summary>
    public string UnfinishedData => Path.Combine(Root, "data.unfinished");

    public string Log => Path.Combine(Root, "server.log");

    public string PidFile => Path.Combine(Data, "postmaster.pid");

    public bool HasCluster => File.Exists(VersionFile);

    public int? Major => HasCluster ? int.Parse(File.ReadAllText(VersionFile), CultureInfo.InvariantCulture) : null;

    private string VersionFile => Path.Combine(Data, "PG_VERSION");

    public static async Task<PostgresFolder> Choose(string dataFolder, ServerUser user, CancellationToken cancel)
    {
        var own = new PostgresFolder(Path.Combine(dataFolder, "postgres"));
        if (!user.IsAnother)
            return own;
        var elsewhere = new PostgresFolder(Path.Combine("/var/lib/pairingbot", ShortName(dataFolder)));
        var mayEnter = await user.MayEnter(dataFolder, cancel);
        // Where data are already, they stay: rights that change later must not make an empty database.
        return mayEnter && (own.HasCluster || !elsewhere.HasCluster) ? own : elsewhere;
    }

    /// <summary>A folder whose socket's path is short and plain enough; null when a temporary one is needed.</summary>
    public string? SocketFolder()
    {
        var folder = Path.Combine(Root, "run");
        // A comma separates hosts for Npgsql and folders for PostgreSQL; a quote ends the setting.
        var plain = folder.AsSpan().IndexOfAny(",'\"\\") < 0;
        return plain && Encoding.UTF8.GetByteCount(folder + SocketName) <= LongestSocketPath ? folder : null;
    }

    public static string TemporarySocketFolder() => Directory.CreateTempSubdirectory(ShortFolderPrefix).FullName;

    /// <summary>A temporary socket folder has nothing but the socket in it, and is of no use once the server is gone.</summary>
    public static void RemoveTemporary(string? socketFolder)
    {
        if (socketFolder is null || !Path.GetFileName(socketFolder).StartsWith(ShortFolderPrefix, StringComparison.Ordinal) || !Directory.Exists(socketFolder))
            return;
        try
        {
            Directory.Delete(socketFolder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An empty folder that stays among the temporary ones harms nobody.
        }
    }

    private static string ShortName(string folder) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))))[..12];
}
