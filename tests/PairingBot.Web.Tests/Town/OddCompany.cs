using System.Text.Json;

namespace PairingBot.Web.Tests.Town;

/// <summary>
/// A workspace of 430: 400 colleagues, some of them with awkward names and no zone, and 30 who must never be paired or written to: bots of each kind, people who have left,
/// guests, people of other companies, and the bot itself (whom the stand-in adds).
/// </summary>
internal static class OddCompany
{
    public const int Colleagues = 400, Odd = 30;

    private static readonly string[] OddNames =
    [
        "<!channel>", "*Bob*", "_x_ `y` ~z~", "عبد الرحمن بن محمد", "שרה כהן", new('N', 80), "👩‍👩‍👧‍👦 Ana 🏳️‍🌈", "\u202Eevil\u202C name", "a\nb", "&amp; <@U00000001>", " ", "",
    ];

    public static string Write(string folder)
    {
        var people = Enumerable.Range(1, Colleagues).Select(Colleague).Concat(OddPeople()).OrderBy(person => person["id"]!.ToString()![^1..], StringComparer.Ordinal).ToList(); // the odd ones are on every page
        var company = new
        {
            team = new { id = SlackSender.Team, name = "Odd & Sons", domain = "odd", tz = "Europe/Berlin" },
            bot = new { user_id = "U99PAIRING", bot_id = "B99PAIRING", app_id = "A99PAIRING", name = "PairingBot" },
            channels = new[] { new { id = "C01GENERAL", name = "general", topic = "", members = "all" } },
            people,
        };
        var path = Path.Combine(folder, "odd-company.json");
        File.WriteAllText(path, JsonSerializer.Serialize(company));
        return path;
    }

    public static string IdOf(int colleague) => $"U1{colleague:0000000}";

    /// <summary>Whether nobody may ever pair or write to them.</summary>
    public static bool IsOdd(string id) => id.StartsWith("U9", StringComparison.Ordinal) || id == "USLACKBOT";

    private static Dictionary<string, object?> Colleague(int number)
    {
        var name = number <= OddNames.Length ? OddNames[number - 1] : $"Colleague {number}";
        return Somebody(IdOf(number), name, ("tz", number % 20 == 0 ? "" : "Europe/Berlin"), ("is_owner", number == 100), ("is_primary_owner", number == 100));
    }

    private static IEnumerable<Dictionary<string, object?>> OddPeople()
    {
        (string Field, object Value, int Count)[] kinds =
        [
            ("is_bot", true, 6), ("is_workflow_bot", true, 2), ("is_connector_bot", true, 2), ("deleted", true, 7), ("is_restricted", true, 4), ("is_ultra_restricted", true, 3),
            ("is_stranger", true, 2), ("team_id", "T0ELSEWHERE", 2),
        ];
        var all = kinds.SelectMany(kind => Enumerable.Repeat(kind, kind.Count)).Select((kind, number) => Somebody($"U9{number:0000000}", $"Odd {number}", (kind.Field, kind.Value)));
        return all.Append(Somebody("USLACKBOT", "Slackbot"));
    }

    private static Dictionary<string, object?> Somebody(string id, string realName, params (string Field, object? Value)[] fields)
    {
        var person = new Dictionary<string, object?> { ["id"] = id, ["name"] = id.ToLowerInvariant(), ["real_name"] = realName };
        foreach (var (field, value) in fields) person[field] = value;
        return person;
    }
}
