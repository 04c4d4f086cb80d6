using System.Text.Encodings.Web;
using System.Text.Json;

namespace PairingBot.Chat.Tests;

/// <summary>What the bot shows, kept as files and reviewed like code. <c>UPDATE_GOLDEN=1</c> writes them anew instead of comparing.</summary>
internal static class GoldenFile
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Compare(string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        var actual = JsonSerializer.Serialize(document.RootElement, Readable).ReplaceLineEndings("\n") + "\n";
        var path = Path.Combine(Repository.Root, "tests", "PairingBot.Chat.Tests", "Golden", name + ".json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"Golden/{name}.json is missing: run the tests once with UPDATE_GOLDEN=1 and review it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
