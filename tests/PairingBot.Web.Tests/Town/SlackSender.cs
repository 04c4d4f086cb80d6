using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PairingBot.Web.Tests.Town;

/// <summary>Sends what Slack would send, signed by what Slack documents; each part can be made wrong.</summary>
internal sealed class SlackSender(HttpClient bot, string secret = DemoTown.SigningSecret)
{
    public const string Team = "T0FERNHILL";

    public static string Command(string person, string text) =>
        $"token=old&team_id={Team}&team_domain=fernhill&channel_id=C01GENERAL&channel_name=general&user_id={person}&user_name=x&command=%2Fcoffee&text={Uri.EscapeDataString(text)}&api_app_id=A99PAIRING&is_enterprise_install=false&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2Fx&trigger_id=1.2.ab&a_field_of_next_year=1";

    public static string Event(string id, object inner) => JsonSerializer.Serialize(new
    {
        token = "old",
        team_id = Team,
        api_app_id = "A99PAIRING",
        @event = inner,
        type = "event_callback",
        event_id = id,
        event_time = 1795000000,
        authorizations = new[] { new { enterprise_id = (string?)null, team_id = Team, user_id = "U99PAIRING", is_bot = true, is_enterprise_install = false } },
    });

    public static string Interaction(object payload) => "payload=" + Uri.EscapeDataString(JsonSerializer.Serialize(payload));

    public static string Submission(string person, string form, string argument, object state) => Interaction(new
    {
        type = "view_submission",
        team = new { id = Team, domain = "fernhill" },
        user = new { id = person, team_id = Team },
        api_app_id = "A99PAIRING",
        trigger_id = "1.2.ab",
        view = new { id = "V1", type = "modal", callback_id = form, private_metadata = argument, hash = "1.x", state = new { values = state } },
        enterprise = (object?)null,
        is_enterprise_install = false,
    });

    public static string Press(string person, string action, string value) => Interaction(new
    {
        type = "block_actions",
        team = new { id = Team, domain = "fernhill" },
        user = new { id = person, team_id = Team },
        api_app_id = "A99PAIRING",
        trigger_id = "1.2.ab",
        container = new { type = "message", message_ts = "1.2", channel_id = "D1", is_ephemeral = false },
        channel = new { id = "D1", name = "directmessage" },
        actions = new[] { new { type = "button", action_id = action, block_id = "b", action_ts = "1.2", value } },
        enterprise = (object?)null,
    });

    public Task<HttpResponseMessage> SendAsync(string path, string body) => SendAsync(path, body, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), body);

    /// <param name="signedBody">The body that the signature is made for.</param>
    public async Task<HttpResponseMessage> SendAsync(string path, string body, long timestamp, string? signedBody)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(body, Encoding.UTF8, body.StartsWith('{') ? "application/json" : "application/x-www-form-urlencoded");
        var time = timestamp.ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("X-Slack-Request-Timestamp", time);
        if (signedBody is not null)
        {
            var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{time}:{signedBody}"));
            request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(mac));
        }

        return await bot.SendAsync(request);
    }
}
