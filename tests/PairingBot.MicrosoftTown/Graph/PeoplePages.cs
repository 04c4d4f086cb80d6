using System.Globalization;
using System.Text.Json.Nodes;

namespace PairingBot.MicrosoftTown.Graph;

/// <summary>A company of 430 in pages as Graph may give them: full ones, a short one, one with nobody on it. Each names the next by a link.</summary>
internal static class PeoplePages
{
    public const int Company = 430;

    private static readonly int[] Sizes = [100, 7, 0, 100, 100, 100, 23];

    public static IResult Answer(HttpContext context)
    {
        var page = int.Parse(context.Request.Query["$skiptoken"].ToString() is { Length: > 0 } token ? token : "0", CultureInfo.InvariantCulture);
        var answer = new JsonObject { ["@odata.context"] = "users", ["value"] = new JsonArray([.. Enumerable.Range(Sizes[..page].Sum(), Sizes[page]).Select(Person)]) };
        if (page + 1 < Sizes.Length) answer["@odata.nextLink"] = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}?$top=999&$skiptoken={page + 1}";
        return GraphRoutes.Ok(answer);
    }

    /// <summary>Some are switched off, some are guests, some have hardly anything said of them, and one has what no schema allows.</summary>
    private static JsonObject Person(int number) => number switch
    {
        3 => new JsonObject { ["id"] = Id(number), ["displayName"] = null, ["mail"] = 7, ["manager"] = "nobody", ["employeeHireDate"] = "soon", ["accountEnabled"] = "yes" },
        4 => new JsonObject { ["displayName"] = "No Id" },
        _ => new JsonObject
        {
            ["id"] = Id(number),
            ["displayName"] = $"Person {number}",
            ["mail"] = number % 5 == 0 ? null : $"person{number}@contoso.example",
            ["userPrincipalName"] = $"person{number}@contoso.onmicrosoft.example",
            ["jobTitle"] = "Engineer",
            ["department"] = number % 2 == 0 ? "Tools" : null,
            ["employeeHireDate"] = "2024-05-06T00:00:00Z",
            ["accountEnabled"] = number % 50 != 1,
            ["userType"] = number % 40 == 2 ? "Guest" : "Member",
            ["manager"] = number == 0 ? null : new JsonObject { ["@odata.type"] = "#microsoft.graph.user", ["id"] = Id(0) },
        },
    };

    private static string Id(int number) => $"00000000-0000-0000-0000-{number:D12}";
}
