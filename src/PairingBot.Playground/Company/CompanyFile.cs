using System.Text.Json;

namespace PairingBot.Playground.Company;

/// <summary>The demo company as its file tells it. The bot's seed reads the same file; what only the seed needs is skipped here.</summary>
public sealed record CompanyFile(Team Team, BotUser Bot, List<ChannelEntry> Channels, List<Person> People)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public static CompanyFile Load(string? path)
    {
        path ??= Find();
        using var file = File.OpenRead(path);
        return JsonSerializer.Deserialize<CompanyFile>(file, Format)
            ?? throw new InvalidDataException($"{path} holds no company.");
    }

    private static string Find()
    {
        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, "deploy", "demo-company.json");
                if (File.Exists(candidate)) return candidate;
            }
        }
        throw new FileNotFoundException("No deploy/demo-company.json here or above. Name one with Playground:Company.");
    }
}

public sealed record Team(string Id, string Name, string Domain, string Tz);

public sealed record BotUser(string UserId, string BotId, string AppId, string Name);

/// <summary><c>Members</c> is either the text "all" or a list of ids.</summary>
public sealed record ChannelEntry(string Id, string Name, string? Topic, JsonElement Members)
{
    public bool IsForAll => Members.ValueKind == JsonValueKind.String;

    public IEnumerable<string> MemberIds => IsForAll ? [] : Members.EnumerateArray().Select(id => id.GetString()!);
}
