using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Blocks;
using PairingBot.Slack.Events;

namespace PairingBot.Slack;

/// <summary>Slack as the outbox sees it: one call each, one outcome each.</summary>
internal sealed class SlackPlatform(SlackClient slack, SlackTokens tokens, ReplyAddress replies, IOptions<SlackOptions> options) : IChatPlatform
{
    /// <summary>Stored with every installation, for ever.</summary>
    public const string PlatformKey = "slack";

    public string Key => PlatformKey;

    public ChatRequest? Read(string body) =>
        EventReader.Envelope(System.Text.Encoding.UTF8.GetBytes(body)) is { } envelope ? EventReader.Read(envelope, options.Value.Fields) : null;

    public async Task<DeliveryResult> OpenConversationAsync(InstallationKey installation, IReadOnlyList<string> people, CancellationToken cancel)
    {
        var answer = await slack.OpenConversationAsync(tokens.For(installation), people, cancel);
        return answer.Delivery(opened => opened.Channel?.Id);
    }

    public async Task<DeliveryResult> PostAsync(InstallationKey installation, string conversation, ChatMessage message, CancellationToken cancel)
    {
        var answer = await slack.PostMessageAsync(tokens.For(installation), SlackMessages.Post(conversation, message), cancel);
        return answer.Delivery(posted => posted.Ts);
    }

    public async Task<DeliveryResult> UpdateAsync(InstallationKey installation, string conversation, string messageId, ChatMessage message, CancellationToken cancel)
    {
        var answer = await slack.UpdateMessageAsync(tokens.For(installation), SlackMessages.Update(conversation, messageId, message), cancel);
        return answer.Delivery(updated => updated.Ts ?? messageId);
    }

    public Task<DeliveryResult> AnswerPressAsync(string replyHandle, ChatMessage message, bool replace, CancellationToken cancel) =>
        replies.PostAsync(replyHandle, SlackMessages.AtPress(message, replace), cancel);

    public async Task<DeliveryResult> PublishHomeAsync(InstallationKey installation, string person, ChatHome home, CancellationToken cancel)
    {
        var answer = await slack.PublishHomeAsync(tokens.For(installation), person, SlackMessages.Home(home), cancel);
        return answer.Delivery(published => published.View?.Id ?? person);
    }

    public async Task<DirectoryResult<DirectoryWorkspace>> IdentifyAsync(CancellationToken cancel)
    {
        var answer = await slack.AuthTestAsync(tokens.Own, cancel);
        if (answer.Fault is { } fault) return new(null, fault.Delivery());
        return (answer.Value!.TeamId ?? answer.Value.EnterpriseId) is { Length: > 0 } id
            ? new(new DirectoryWorkspace(new InstallationKey(PlatformKey, id), answer.Value.Team ?? id, answer.Value.UserId ?? ""), null)
            : new(null, new Unavailable("answer-without-id"));
    }

    /// <summary>Somebody without an id is skipped: nobody could ever write to them.</summary>
    public async Task<DirectoryResult<DirectoryPage>> ListPeopleAsync(InstallationKey installation, string? cursor, CancellationToken cancel)
    {
        var answer = await slack.ListUsersAsync(tokens.For(installation), installation.ExternalId, cursor, cancel);
        if (answer.Fault is { } fault) return new(null, fault.Delivery());
        var people = (answer.Value!.Members ?? []).Select(user => SlackDirectory.Person(user, installation.ExternalId, fields: options.Value.Fields)).OfType<DirectoryPerson>();
        var next = answer.Value.ResponseMetadata?.NextCursor;
        return new(new DirectoryPage([.. people], string.IsNullOrEmpty(next) ? null : next), null);
    }
}
