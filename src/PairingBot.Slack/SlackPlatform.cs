using Microsoft.Extensions.Options;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;
using PairingBot.Slack.Blocks;
using PairingBot.Slack.Events;

namespace PairingBot.Slack;

/// <summary>Slack as the outbox sees it: one call each, one outcome each.</summary>
internal sealed class SlackPlatform(SlackClient slack, SlackTokens tokens, ReplyAddress replies, SlackPeople people, IOptions<SlackOptions> options) : IChatPlatform
{
    /// <summary>Stored with every installation, for ever.</summary>
    public const string PlatformKey = "slack";

    public string Key => PlatformKey;

    public Uri? InstallAt => options.Value.ServesMany ? options.Value.InstallAt() : null;

    public ChatRequest? Read(string body) =>
        EventReader.Envelope(System.Text.Encoding.UTF8.GetBytes(body)) is { } envelope ? EventReader.Read(envelope, options.Value.Fields) : null;

    public async Task<DeliveryResult> OpenConversationAsync(InstallationKey installation, IReadOnlyList<string> members, CancellationToken cancel)
    {
        var answer = await tokens.CallAsync(installation, token => slack.OpenConversationAsync(token, members, cancel), cancel);
        return answer.Delivery(opened => opened.Channel?.Id);
    }

    public async Task<DeliveryResult> PostAsync(InstallationKey installation, string conversation, ChatMessage message, CancellationToken cancel)
    {
        var answer = await tokens.CallAsync(installation, token => slack.PostMessageAsync(token, SlackMessages.Post(conversation, message), cancel), cancel);
        return answer.Delivery(posted => posted.Ts);
    }

    public async Task<DeliveryResult> UpdateAsync(InstallationKey installation, string conversation, string messageId, ChatMessage message, CancellationToken cancel)
    {
        var answer = await tokens.CallAsync(installation, token => slack.UpdateMessageAsync(token, SlackMessages.Update(conversation, messageId, message), cancel), cancel);
        return answer.Delivery(updated => updated.Ts ?? messageId);
    }

    public Task<DeliveryResult> AnswerPressAsync(string replyHandle, ChatMessage message, bool replace, CancellationToken cancel) =>
        replies.PostAsync(replyHandle, SlackMessages.AtPress(message, replace), cancel);

    public async Task<DeliveryResult> PublishHomeAsync(InstallationKey installation, string person, ChatHome home, CancellationToken cancel)
    {
        var answer = await tokens.CallAsync(installation, token => slack.PublishHomeAsync(token, person, SlackMessages.Home(home), cancel), cancel);
        return answer.Delivery(published => published.View?.Id ?? person);
    }

    public async Task<DirectoryResult<DirectoryWorkspace>> IdentifyAsync(InstallationKey? installation, CancellationToken cancel)
    {
        var answer = await tokens.CallAsync(installation, token => slack.AuthTestAsync(token, cancel), cancel);
        if (answer.Fault is { } fault) return new(null, fault.Delivery());
        var self = answer.Value!;
        return SlackHome.Of(self.TeamId, self.EnterpriseId, self.IsEnterpriseInstall) is { } key
            ? new(new DirectoryWorkspace(key, self.Team ?? key.ExternalId, self.UserId ?? "") { Permissions = SlackScopes.Read(self.GrantedScopes) }, null)
            : new(null, new Unavailable("answer-without-id"));
    }

    public Task<DirectoryResult<DirectoryPage>> ListPeopleAsync(InstallationKey installation, string? cursor, CancellationToken cancel) => people.ListAsync(installation, cursor, cancel);

    /// <summary>Slack lets people choose among all channels, and knows no groups of them.</summary>
    public Task<DirectoryResult<ListedChannels>> ListChannelsAsync(InstallationKey installation, string group, CancellationToken cancel) =>
        Task.FromResult(new DirectoryResult<ListedChannels>(new ListedChannels(null, []), null));
}
