using System.Text.Json;

namespace PairingBot.Web.Tests.Town;

/// <summary>What the stand-in for Slack shows of a round: which introduction each person found.</summary>
internal static class PostedIntroductions
{
    /// <summary>Of pairings: not those to which not everybody has said yes.</summary>
    public const string AreIntroduced = "pairings.state NOT IN ('Proposed', 'Declined')";

    private const string Bot = "U99PAIRING";

    /// <summary>For each person, how many introductions stand in their group messages (a full one holds the button for the time found).</summary>
    public static Dictionary<string, int> PerPerson(JsonElement state)
    {
        Dictionary<string, int> found = [];
        foreach (var conversation in Groups(state))
        {
            var introductions = Messages(conversation).Count(IsIntroduction);
            foreach (var member in Members(conversation)) found[member] = found.GetValueOrDefault(member) + introductions;
        }

        return found;
    }

    public static IEnumerable<JsonElement> Groups(JsonElement state) =>
        state.GetProperty("conversations").EnumerateArray().Where(conversation => conversation.GetProperty("kind").GetString() is "mpim" or "group" or "multi" or "mpdm");

    public static IEnumerable<string> Members(JsonElement conversation) =>
        conversation.GetProperty("members").EnumerateArray().Select(member => member.GetString()!).Where(member => member != Bot);

    public static IEnumerable<JsonElement> Messages(JsonElement conversation) => conversation.GetProperty("messages").EnumerateArray();

    public static string Text(JsonElement message) => message.GetProperty("text").GetString() ?? "";

    public static bool IsIntroduction(JsonElement message) => message.TryGetProperty("blocks", out var blocks) && blocks.ValueKind == JsonValueKind.Array
        && blocks.EnumerateArray().Any(block => block.GetProperty("type").GetString() == "header");
}
