namespace PairingBot.Teams.Tests.Activities;

/// <summary>Where the files of these tests are, from wherever they run.</summary>
internal static class Folders
{
    public static string Tests { get; } = Path.Combine(Root(AppContext.BaseDirectory), "tests", "PairingBot.Teams.Tests");

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "PairingBot.sln")) ? folder : Root(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
}
