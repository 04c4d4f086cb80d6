using System.Text.Json;

namespace PairingBot.MicrosoftGraph.Tests;

/// <summary>The permissions that we ask a company for, held to Microsoft's own table (see permissions/NOTICE).</summary>
public sealed class PermissionTests
{
    public static TheoryData<string> Calls { get; } = [.. GraphPermissions.All.Select(method => method.ToString())];

    [Theory]
    [MemberData(nameof(Calls))]
    public void Each_call_is_allowed_by_its_permission(string call) => Assert.Contains(Permission(call), Of(call, "application"));

    [Theory]
    [MemberData(nameof(Calls))]
    public void No_call_asks_for_more_than_it_needs(string call)
    {
        if (call is "GET /users" or "GET /users/{id}") Assert.Equal("User.Read.All", Permission(call)); // the least that shows department, title and start date; the table's least shows names alone
        else Assert.Contains(Permission(call), Of(call, "leastApplication"));
    }

    private static string Permission(string call) => GraphPermissions.All.Single(method => method.ToString() == call).Permission;

    private static List<string?> Of(string call, string kind)
    {
        using var table = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "permissions", "extract.json")));
        return [.. table.RootElement.GetProperty(call).GetProperty(kind).EnumerateArray().Select(name => name.GetString())];
    }
}
