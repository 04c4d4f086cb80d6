namespace PairingBot.App.Storage;

/// <summary>
/// Who runs the server: the user of this process or, because PostgreSQL refuses to run as root, the system's <c>postgres</c> user.
/// </summary>
internal sealed class ServerUser
{
    private const string Postgres = "postgres";

    private readonly string[] _prefix;

    private ServerUser(string[] prefix) => _prefix = prefix;

    public bool IsAnother => _prefix.Length > 0;

    public static async Task<ServerUser> Find(CancellationToken cancel)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerUser([]);
        if (!(await CommandRun.Of(["id", "-u", Postgres], cancel)).Succeeded)
            throw new PostgresUnavailableException("PostgreSQL does not run as root, and there is no user \"postgres\" to run it as: install PostgreSQL from your distribution, or start the bot as an ordinary user.");
        foreach (var prefix in WaysToBecome())
        {
            if ((await CommandRun.Of([.. prefix, "true"], cancel)).Succeeded)
                return new ServerUser(prefix);
        }
        throw new PostgresUnavailableException("PostgreSQL does not run as root, and none of runuser, setpriv and su could change to the user \"postgres\": start the bot as an ordinary user.");
    }

    public Task<CommandRun> Run(CancellationToken cancel, params IReadOnlyList<string> command) =>
        CommandRun.Of([.. _prefix, .. command], cancel);

    public async Task<bool> MayEnter(string folder, CancellationToken cancel) =>
        (await Run(cancel, "test", "-x", folder)).Succeeded;

    /// <summary>Makes a folder that the server alone (and root) may read.</summary>
    public async Task MakeOwn(string folder, CancellationToken cancel)
    {
        string[] command = IsAnother ? ["install", "-d", "-o", Postgres, "-m", "0700", folder] : ["install", "-d", "-m", "0700", folder];
        var run = await CommandRun.Of(command, cancel);
        if (!run.Succeeded)
            throw new PostgresUnavailableException($"The folder {folder} for the private PostgreSQL cannot be made ({run.LastLine}): choose another with PairingBot__DataFolder.");
    }

    private static IEnumerable<string[]> WaysToBecome()
    {
        foreach (var folder in new[] { "/usr/sbin", "/sbin", "/usr/bin", "/bin" })
        {
            yield return [$"{folder}/runuser", "-u", Postgres, "--"];
            yield return [$"{folder}/setpriv", "--reuid=" + Postgres, "--regid=" + Postgres, "--init-groups", "--"];
            yield return [$"{folder}/su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", Postgres];
        }
    }
}
