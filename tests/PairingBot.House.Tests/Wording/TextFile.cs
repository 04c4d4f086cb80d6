using PairingBot.Domain.Wording;
using PairingBot.House.Tests.Tree;

namespace PairingBot.House.Tests.Wording;

/// <summary>A file of texts: its name, and the holes of each text in it.</summary>
public sealed record TextFile(string Path, IReadOnlyDictionary<string, IReadOnlyList<string>> Holes)
{
    public string Room => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The English files of a project ("Domain").</summary>
    public static IReadOnlyList<TextFile> Of(string project) =>
    [
        .. from path in Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "src", "PairingBot." + project, "Wording", "en"), "*.properties")
           orderby path
           select Read(path, File.ReadAllText(path)),
    ];

    public static TextFile Read(string path, string text) =>
        new(path, PropertiesFile.Read(new StringReader(text)).ToDictionary(line => line.Key, line => (IReadOnlyList<string>)[.. TextPattern.Read(line.Text).Holes.Order(StringComparer.Ordinal)]));

    /// <summary>A key begins with the name of its file, so that whoever reads the code finds it.</summary>
    public IEnumerable<string> Misplaced() => Holes.Keys.Where(key => !key.StartsWith(Room + ".", StringComparison.Ordinal)).Select(key => $"{Path}: {key} belongs into another file");
}
