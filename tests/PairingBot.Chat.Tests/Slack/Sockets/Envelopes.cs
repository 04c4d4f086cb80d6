using System.Text.Json;

namespace PairingBot.Chat.Tests.Slack.Sockets;

/// <summary>What envelopes hold: the same things that come over HTTP, commands as JSON.</summary>
internal static class Envelopes
{
    public const string Event = """
        {"token":"t","team_id":"T1","context_team_id":"T1","api_app_id":"A1","event":{"type":"app_home_opened","user":"U1","channel":"D1","tab":"home","event_ts":"1.2"},
         "type":"event_callback","event_id":"Ev1","event_time":1790000000,"authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"UBOT","is_bot":true,"is_enterprise_install":false}],
         "is_ext_shared_channel":false,"event_context":"4-x"}
        """;

    public static string Command(string text) => $$"""
        {"token":"t","team_id":"T1","team_domain":"acme","channel_id":"D1","channel_name":"directmessage","user_id":"U1","user_name":"ann","command":"/coffee","text":{{JsonSerializer.Serialize(text)}},
         "api_app_id":"A1","is_enterprise_install":"false","response_url":"https://hooks.slack.com/commands/T1/1/x","trigger_id":"1.2.abc"}
        """;

    public static string Press(string action, string value) => $$$"""
        {"type":"block_actions","user":{"id":"U1","username":"ann","name":"ann","team_id":"T1"},"api_app_id":"A1","token":"t","container":{"type":"message","message_ts":"1.2","channel_id":"C1","is_ephemeral":false},
         "trigger_id":"1.2.abc","team":{"id":"T1","domain":"acme"},"enterprise":null,"is_enterprise_install":false,"channel":{"id":"C1","name":"mpdm"},"state":{"values":{}},
         "response_url":"https://hooks.slack.com/actions/T1/1/x","actions":[{"action_id":"{{{action}}}","block_id":"b","value":"{{{value}}}","type":"button","action_ts":"1.2"}]}
        """;

    public static string Form(string form, string goal) => $$"""
        {"type":"view_submission","team":{"id":"T1","domain":"acme"},"user":{"id":"U1","username":"ann","name":"ann","team_id":"T1"},"api_app_id":"A1","token":"t","trigger_id":"1.2.abc",
         "view":{"id":"V1","team_id":"T1","type":"modal","blocks":[],"private_metadata":"","callback_id":"{{form}}","hash":"1596530361.3wRYuk3R","previous_view_id":null,
         "state":{"values":{"goal":{"goal":{"type":"plain_text_input","value":{{JsonSerializer.Serialize(goal)}} } } } } },"response_urls":[],"is_enterprise_install":false,"enterprise":null}
        """;
}
