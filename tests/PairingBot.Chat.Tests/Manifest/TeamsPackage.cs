using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace PairingBot.Chat.Tests.Manifest;

/// <summary>What deploy/teams-package.sh builds.</summary>
internal sealed class TeamsPackage : IDisposable
{
    public const string AppId = "0f5c1f0a-6a37-4a7b-9a55-0d7c1b1f2e3d";

    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");

    public string Said { get; private set; } = "";

    public static TeamsPackage Build(params string[] arguments)
    {
        var package = new TeamsPackage();
        using var shell = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "deploy", "teams-package.sh"), .. arguments, "--output", package.file]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        package.Said = shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        return package;
    }

    public bool IsBuilt => File.Exists(file);

    public JsonObject Manifest => JsonNode.Parse(Read("manifest.json"))!.AsObject();

    public JsonObject Texts => JsonNode.Parse(Read("en.json"))!.AsObject();

    public IReadOnlyList<string> Names
    {
        get
        {
            using var zip = ZipFile.OpenRead(file);
            return [.. zip.Entries.Select(entry => entry.FullName)];
        }
    }

    public byte[] Read(string name)
    {
        using var zip = ZipFile.OpenRead(file);
        using var content = zip.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    public void Dispose() => File.Delete(file);
}
