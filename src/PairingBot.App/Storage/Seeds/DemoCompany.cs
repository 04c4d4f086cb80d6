using System.Text.Json;

namespace PairingBot.App.Storage.Seeds;

/// <summary>The demo company's people as a file tells of them; the stand-in for the chat platform reads the same file for its directory.</summary>
internal sealed record DemoCompany(IReadOnlyList<DemoPerson> People)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static async Task<DemoCompany> ReadAsync(string file, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(file);
        return await JsonSerializer.DeserializeAsync<DemoCompany>(stream, Options, cancel) ?? throw new JsonException($"{file} is empty.");
    }
}

internal sealed record DemoPerson(string Id, DemoLearning? Learning);

internal sealed record DemoLearning(
    bool Joined,
    string? Department,
    string? Location,
    string? Manager,
    int? Level,
    int? Years,
    string? Goal,
    IReadOnlyList<string>? Seeks,
    IReadOnlyList<string>? Offers,
    int? Capacity,
    IReadOnlyList<DemoSkill>? SkillsOffered,
    IReadOnlyList<DemoSkill>? SkillsWanted,
    DemoHours? WorkingHours,
    string? Rhythm);

internal sealed record DemoSkill(string Name, int Level);

internal sealed record DemoHours(TimeOnly From, TimeOnly To);
