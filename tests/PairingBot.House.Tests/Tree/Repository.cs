namespace PairingBot.House.Tests.Tree;

/// <summary>The real tree that these tests are built from.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Our own sources below a folder, without what the build makes.</summary>
    public static IReadOnlyList<SourceFile> Sources(string folder) =>
    [
        .. from path in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
           let relative = Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/')
           where !relative.Contains("/obj/", StringComparison.Ordinal) && !relative.Contains("/bin/", StringComparison.Ordinal)
           orderby relative
           select new SourceFile(relative, File.ReadAllText(path)),
    ];

    /// <summary>The text of each project file in src, by the project's short name.</summary>
    public static IReadOnlyDictionary<string, string> Projects() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path)["PairingBot.".Length..], File.ReadAllText);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PairingBot.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The house tests run inside the repository.");
    }
}
