using System.Globalization;
using System.Text.RegularExpressions;

namespace PairingBot.App.Storage;

/// <summary>A folder with a PostgreSQL server that works, and its major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int Oldest = 15;

    public string InitDb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>
    /// The newest server, or the one of <paramref name="major"/> where a cluster of that version is to be opened.
    /// <c>PairingBot__PostgresBin</c> names a folder and ends the search.
    /// </summary>
    public static async Task<PostgresBinaries> Find(ServerUser user, int? major, CancellationToken cancel)
    {
        var named = Environment.GetEnvironmentVariable("PairingBot__PostgresBin");
        var folders = string.IsNullOrWhiteSpace(named) ? UsualFolders() : [named];
        foreach (var folder in folders.Distinct())
        {
            if (await At(folder, user, cancel) is { } found && (major ?? found.Major) == found.Major)
                return found;
        }
        throw new PostgresUnavailableException(Missing(named, major));
    }

    private static string Missing(string? named, int? major) => (named, major) switch
    {
        ({ Length: > 0 }, _) => $"PairingBot__PostgresBin is {named}, but no PostgreSQL {major ?? Oldest}{(major is null ? " or newer" : "")} with initdb, pg_ctl and postgres works there: correct it, or leave it out.",
        (_, { } version) => $"The private database was made by PostgreSQL {version}, which is not on this machine: install it {HowToInstall(version)}, or name a server in ConnectionStrings__PairingBot.",
        _ => $"PostgreSQL {Oldest} or newer is not on this machine: install it {HowToInstall(null)}, or name a server in ConnectionStrings__PairingBot.",
    };

    private static string HowToInstall(int? major) =>
        OperatingSystem.IsMacOS() ? $"(brew install postgresql@{major ?? 17})"
        : File.Exists("/usr/bin/dnf") ? "(dnf install postgresql-server)"
        : major is null ? "(apt-get install postgresql)" : $"(apt-get install postgresql-{major})";

    /// <summary>A lone initdb on the PATH is common (a link whose target is gone, a client package), so every program must be there and one must run.</summary>
    private static async Task<PostgresBinaries?> At(string folder, ServerUser user, CancellationToken cancel)
    {
        if (!new[] { "initdb", "pg_ctl", "postgres" }.All(name => File.Exists(Path.Combine(folder, name))))
            return null;
        var run = await user.Run(cancel, Path.Combine(folder, "postgres"), "--version");
        var version = Version().Match(run.Output);
        if (!run.Succeeded || !version.Success)
            return null;
        var major = int.Parse(version.Groups["major"].ValueSpan, CultureInfo.InvariantCulture);
        return major < Oldest ? null : new PostgresBinaries(folder, major);
    }

    private static IEnumerable<string> UsualFolders() =>
    [
        .. NewestFirst("/usr/lib/postgresql", "", "bin"),
        .. NewestFirst("/usr", "pgsql-", "bin"), // the packages of postgresql.org for Red Hat's family
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathRooted),
        .. NewestFirst("/opt/homebrew/opt", "postgresql@", "bin"),
        .. NewestFirst("/usr/local/opt", "postgresql@", "bin"),
        .. NewestFirst("/home/linuxbrew/.linuxbrew/opt", "postgresql@", "bin"),
        "/opt/homebrew/bin",
    ];

    private static IEnumerable<string> NewestFirst(string parent, string prefix, string below)
    {
        if (!Directory.Exists(parent))
            return [];
        return from folder in Directory.EnumerateDirectories(parent, prefix + "*")
               let version = int.TryParse(Path.GetFileName(folder)[prefix.Length..], CultureInfo.InvariantCulture, out var number) ? number : 0
               where version > 0
               orderby version descending
               select Path.Combine(folder, below);
    }

    [GeneratedRegex(@"PostgreSQL\) (?<major>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
