using System.Text.Json.Nodes;

namespace PairingBot.Playground.Company;

/// <summary>A person in the shape of Slack's user object.</summary>
internal static class SlackUser
{
    public static JsonObject Of(Person person, string teamId, DateTimeOffset now, bool includeLocale = false, bool includeFields = false)
    {
        var user = new JsonObject
        {
            ["id"] = person.Id,
            ["team_id"] = person.TeamId ?? teamId,
            ["name"] = person.Name,
            ["deleted"] = person.Deleted,
            ["profile"] = Profile(person, teamId, includeFields),
            ["is_bot"] = person.IsBot,
            ["is_app_user"] = false,
            ["updated"] = 1700000000,
        };
        // Slack drops these for people who have left; code that assumes them breaks there too.
        if (person.Deleted) return user;
        user["color"] = "4b7f6b";
        user["real_name"] = person.RealName;
        AddZone(user, person, now);
        user["is_admin"] = person.IsAdmin || person.IsPrimaryOwner;
        user["is_owner"] = person.IsOwner || person.IsPrimaryOwner;
        user["is_primary_owner"] = person.IsPrimaryOwner;
        user["is_restricted"] = person.IsRestricted || person.IsUltraRestricted;
        user["is_ultra_restricted"] = person.IsUltraRestricted;
        if (person.IsWorkflowBot) user["is_workflow_bot"] = true;
        if (person.IsConnectorBot) user["is_connector_bot"] = true;
        if (person.IsStranger) user["is_stranger"] = true;
        user["is_email_confirmed"] = person.IsHuman;
        user["who_can_share_contact_card"] = "EVERYONE";
        if (includeLocale) user["locale"] = person.Locale;
        return user;
    }

    public static JsonObject Profile(Person person, string teamId, bool includeFields = true)
    {
        var names = person.RealName.Split(' ', 2);
        var profile = new JsonObject
        {
            ["title"] = person.Title,
            ["phone"] = "",
            ["skype"] = "",
            ["real_name"] = person.RealName,
            ["real_name_normalized"] = person.RealName,
            ["display_name"] = person.Name,
            ["display_name_normalized"] = person.Name,
            ["fields"] = includeFields && person.Fields is { } fields ? JsonNode.Parse(fields.GetRawText()) : null,
            ["status_text"] = "",
            ["status_emoji"] = "",
            ["avatar_hash"] = "g" + person.Id[1..].ToLowerInvariant(),
            ["first_name"] = names[0],
            ["last_name"] = names.Length > 1 ? names[1] : "",
            ["team"] = teamId,
        };
        if (person.IsHuman) profile["email"] = $"{person.Name}@fernhill.example";
        return profile;
    }

    private static void AddZone(JsonObject user, Person person, DateTimeOffset now)
    {
        if (person.Tz.Length == 0) return; // Slack leaves it out for those who never said
        var zone = TimeZoneInfo.FindSystemTimeZoneById(person.Tz);
        user["tz"] = person.Tz;
        user["tz_label"] = zone.StandardName;
        user["tz_offset"] = (int)zone.GetUtcOffset(now).TotalSeconds;
    }
}
