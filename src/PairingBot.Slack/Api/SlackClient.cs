using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PairingBot.Slack.Blocks;
using PairingBot.Slack.SocketMode;

namespace PairingBot.Slack.Api;

/// <summary>The methods in use, one line each; the first argument is always the token that the call is made with.</summary>
internal sealed class SlackClient(SlackWire wire)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8"); // without the charset Slack warns in each answer

    public Task<SlackAnswer<AuthTestAnswer>> AuthTestAsync(string token, CancellationToken cancel) =>
        wire.CallAsync(SlackMethod.AuthTest, token, Form(), SlackJson.Default.AuthTestAnswer, null, cancel);

    public Task<SlackAnswer<TeamsAnswer>> ListTeamsAsync(string token, string? cursor, CancellationToken cancel) =>
        wire.CallAsync(SlackMethod.AuthTeamsList, token, Form(("limit", "1000"), ("cursor", cursor)), SlackJson.Default.TeamsAnswer, null, cancel);

    /// <summary>The same people always open the same conversation.</summary>
    public Task<SlackAnswer<ConversationAnswer>> OpenConversationAsync(string token, IEnumerable<string> people, CancellationToken cancel) =>
        CallAsync(SlackMethod.ConversationsOpen, token, new OpenConversation(string.Join(',', people)), SlackJson.Default.OpenConversation, SlackJson.Default.ConversationAnswer, cancel);

    public Task<SlackAnswer<MessageAnswer>> PostMessageAsync(string token, PostMessage message, CancellationToken cancel) =>
        CallAsync(SlackMethod.ChatPostMessage, token, message, SlackJson.Default.PostMessage, SlackJson.Default.MessageAnswer, cancel, message.Channel);

    public Task<SlackAnswer<MessageAnswer>> UpdateMessageAsync(string token, UpdateMessage message, CancellationToken cancel) =>
        CallAsync(SlackMethod.ChatUpdate, token, message, SlackJson.Default.UpdateMessage, SlackJson.Default.MessageAnswer, cancel);

    public Task<SlackAnswer<ViewAnswer>> OpenViewAsync(string token, string trigger, View view, CancellationToken cancel) =>
        CallAsync(SlackMethod.ViewsOpen, token, new OpenView(trigger, view), SlackJson.Default.OpenView, SlackJson.Default.ViewAnswer, cancel);

    public Task<SlackAnswer<ViewAnswer>> PushViewAsync(string token, string trigger, View view, CancellationToken cancel) =>
        CallAsync(SlackMethod.ViewsPush, token, new OpenView(trigger, view), SlackJson.Default.OpenView, SlackJson.Default.ViewAnswer, cancel);

    /// <summary>Without a hash: the outbox publishes one home after the other, each as a whole.</summary>
    public Task<SlackAnswer<ViewAnswer>> PublishHomeAsync(string token, string person, View home, CancellationToken cancel) =>
        CallAsync(SlackMethod.ViewsPublish, token, new PublishHome(person, home), SlackJson.Default.PublishHome, SlackJson.Default.ViewAnswer, cancel);

    /// <summary>200 a page, as Slack advises. The workspace is named because an organization-wide token wants it; other tokens ignore it.</summary>
    public Task<SlackAnswer<UsersAnswer>> ListUsersAsync(string token, string team, string? cursor, CancellationToken cancel) =>
        wire.CallAsync(
            SlackMethod.UsersList,
            token,
            Form(("limit", "200"), ("include_locale", "true"), ("team_id", TeamOnly(team)), ("cursor", cursor)),
            SlackJson.Default.UsersAnswer,
            null,
            cancel);

    /// <summary>The one method that goes by the app's own token.</summary>
    public Task<SlackAnswer<SocketAnswer>> OpenSocketAsync(string appToken, CancellationToken cancel) =>
        wire.CallAsync(SlackMethod.AppsConnectionsOpen, appToken, Form(), SlackJson.Default.SocketAnswer, null, cancel);

    private Task<SlackAnswer<TAnswer>> CallAsync<TBody, TAnswer>(
        SlackMethod method, string token, TBody body, JsonTypeInfo<TBody> written, JsonTypeInfo<TAnswer> read, CancellationToken cancel, string? conversation = null)
        where TAnswer : ApiAnswer
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, written));
        content.Headers.ContentType = Json;
        return wire.CallAsync(method, token, content, read, conversation, cancel);
    }

    private static FormUrlEncodedContent Form(params (string Name, string? Value)[] fields) =>
        new(fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => KeyValuePair.Create(field.Name, field.Value!)));

    /// <summary>An organization-wide installation is known by its enterprise, which is no workspace.</summary>
    private static string? TeamOnly(string id) => id.StartsWith('E') ? null : id;
}
