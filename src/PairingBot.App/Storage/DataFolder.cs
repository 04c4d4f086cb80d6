namespace PairingBot.App.Storage;

/// <summary>Where the bot keeps what is its own on this machine: its private database and its keys.</summary>
public static class DataFolder
{
    /// <summary>
    /// <c>$XDG_DATA_HOME/pairingbot</c>, else <c>~/.local/share/pairingbot</c>; on macOS <c>~/Library/Application Support/PairingBot</c>.
    /// </summary>
    public static string Default
    {
        get
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (OperatingSystem.IsMacOS())
                return Path.Combine(home, "Library", "Application Support", "PairingBot");
            // The XDG specification says that a relative path is to be ignored.
            var dataHome = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
            return Path.IsPathRooted(dataHome)
                ? Path.Combine(dataHome, "pairingbot")
                : Path.Combine(home, ".local", "share", "pairingbot");
        }
    }
}
