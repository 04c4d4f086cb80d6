using System.Reflection;
using System.Text.Json;
using PairingBot.Chat.Tests.Slack;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Events;

namespace PairingBot.Chat.Tests.Install;

/// <summary>
/// Everything that people and Slack can do in a workspace, one request each: every word of the command, every button, every form, every event, out of the very lists that the bot reads
/// them by. A word, button, form or event of next year is in here without a line.
/// </summary>
internal static class SlackDrive
{
    public static IEnumerable<string> Words => ["", "home", "goal learn " + Guid.NewGuid().ToString("N"), "pause 2 weeks", "resume", "nonsense", .. IntentReader.CommandWords];

    public static IEnumerable<string> Actions => Constants(typeof(ChatActions));

    public static IEnumerable<string> Forms => Constants(typeof(ChatForms));

    /// <param name="arguments">What buttons and forms carry: pairings of this workspace, of another, and nonsense.</param>
    public static IEnumerable<(string Name, Func<ManyHost, Task<Received>> Send)> All(string team, string who, IReadOnlyList<string> arguments)
    {
        foreach (var word in Words) yield return ($"/coffee {word}", bot => bot.CommandAsync(team, word, who));
        foreach (var action in Actions)
            foreach (var argument in arguments)
            {
                yield return ($"press {action} {argument} in a message", bot => InteractAsync(bot, Press(bot, team, who, action, argument, "message")));
                yield return ($"press {action} {argument} at home", bot => InteractAsync(bot, Press(bot, team, who, action, argument, "home")));
            }

        foreach (var form in Forms)
            foreach (var argument in arguments) yield return ($"send {form} {argument}", bot => InteractAsync(bot, Submission(bot, team, who, form, argument)));
        foreach (var word in Words) yield return ($"write {word}", bot => bot.EventAsync(team, Id(), Written(team, who, word)));
        foreach (var (name, inner) in Events(team, who)) yield return ($"event {name}", bot => bot.EventAsync(team, Id(), inner));
    }

    /// <summary>Each event that we read, in the order in which they are listed: the removals are the last, and end what a workspace can do.</summary>
    public static IEnumerable<(string Name, string Inner)> Events(string team, string who) => SlackEvent.All.Select(each => (each.Type, Happened(team, who, each.Type)));

    private static IEnumerable<string> Constants(Type list) => list.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static string Id() => "Ev" + Guid.NewGuid().ToString("N");

    private static Task<Received> InteractAsync(ManyHost bot, object payload) => bot.SendAsync("/slack/interactions", "payload=" + Uri.EscapeDataString(JsonSerializer.Serialize(payload)));

    private static object Press(ManyHost bot, string team, string who, string action, string argument, string place) => new
    {
        type = "block_actions",
        team = new { id = team, domain = "town" },
        user = new { id = who, team_id = team },
        trigger_id = "1.2.ab",
        container = new { type = place == "home" ? "view" : "message" },
        view = place == "home" ? new { type = "home" } : null,
        response_url = place == "home" ? null : $"{bot.Slack.Address}/hooks/{team}",
        actions = new[] { new { type = "button", action_id = action, block_id = "b", value = argument } },
        is_enterprise_install = false,
    };

    /// <summary>As it was last opened in this workspace; one that never was, empty.</summary>
    private static object Submission(ManyHost bot, string team, string who, string form, string argument) => new
    {
        type = "view_submission",
        team = new { id = team },
        user = new { id = who, team_id = team },
        view = new { type = "modal", callback_id = form, private_metadata = argument, state = new { values = Opened(bot, team, form) is { } view ? FilledIn.Of(view) : [] } },
    };

    private static JsonElement? Opened(ManyHost bot, string team, string form) => bot.Slack.Calls
        .Where(call => call.Name is "views.open" or "views.push" && bot.Towns.TeamOf(call) == team).Select(call => (JsonElement?)call.Json.GetProperty("view"))
        .LastOrDefault(view => view!.Value.GetProperty("callback_id").GetString() == form);

    private static string Written(string team, string who, string words) =>
        JsonSerializer.Serialize(new { type = "message", channel_type = "im", user = who, text = words, team, ts = "1.2" });

    /// <summary>The channel C1 is where the program lives; it goes by C2 when it has moved.</summary>
    private static string Happened(string team, string who, string type) => type switch
    {
        "team_join" or "user_change" or "user_profile_changed" =>
            JsonSerializer.Serialize(new { type, user = new { id = type == "team_join" ? "UNEW" : who, team_id = team, real_name = $"{who} of {team}", title = type, tz = "Etc/UTC", is_admin = who == "UANA" } }),
        "channel_id_changed" => JsonSerializer.Serialize(new { type, old_channel_id = "C1", new_channel_id = "C2", event_ts = "1790000300.000100" }),
        "channel_archive" or "group_archive" => JsonSerializer.Serialize(new { type, channel = "C2", user = who }),
        "tokens_revoked" => JsonSerializer.Serialize(new { type, tokens = new { oauth = Array.Empty<string>(), bot = new[] { "UBOT" } } }),
        _ => JsonSerializer.Serialize(new { type, user = who, tab = "home", channel_type = "im", text = "help", channel = "C1", team, event_ts = type == "member_left_channel" ? "1790000200.000100" : "1790000100.000100" }),
    };
}
