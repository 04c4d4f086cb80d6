using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Cards;
using PairingBot.Teams.Intake;
using PairingBot.Teams.Reaching;

namespace PairingBot.Teams;

/// <summary>Microsoft Teams as the outbox sees it: one step each, one outcome each.</summary>
internal sealed class TeamsPlatform(Conversations conversations, Openings openings, PressAnswers presses, TeamsPeople people, Organizers organizers) : IChatPlatform
{
    /// <summary>Stored with every installation, for ever.</summary>
    public const string PlatformKey = "teams";

    public string Key => PlatformKey;

    /// <summary>The configuration holds the one app and its tenants; people add the bot in Teams itself.</summary>
    public Uri? InstallAt => null;

    public bool ServesMany => people.AreOfMany;

    public ChatRequest? Read(string body) => ActivityReader.Read(body) is { } request ? organizers.Mark(request) : null;

    public Task<DeliveryResult> OpenConversationAsync(InstallationKey installation, IReadOnlyList<string> members, CancellationToken cancel) =>
        openings.OpenAsync(installation, members, cancel);

    public Task<DeliveryResult> PostAsync(InstallationKey installation, string conversation, ChatMessage message, CancellationToken cancel) =>
        conversations.PostAsync(installation, conversation, TeamsMessages.Activity(message), cancel);

    public Task<DeliveryResult> UpdateAsync(InstallationKey installation, string conversation, string messageId, ChatMessage message, CancellationToken cancel) =>
        conversations.UpdateAsync(installation, conversation, messageId, TeamsMessages.Activity(message), cancel);

    public Task<DeliveryResult> AnswerPressAsync(string replyHandle, ChatMessage message, bool replace, CancellationToken cancel) =>
        presses.AnswerAsync(replyHandle, TeamsMessages.Activity(message), replace, cancel);

    /// <summary>In Teams a bot has no page that is always there for a person: whoever wants to see how things stand writes "home" and gets it as a message. So there is nothing to replace.</summary>
    public Task<DeliveryResult> PublishHomeAsync(InstallationKey installation, string person, ChatHome home, CancellationToken cancel) => Task.FromResult<DeliveryResult>(new Delivered(person));

    public Task<DirectoryResult<DirectoryWorkspace>> IdentifyAsync(InstallationKey? installation, CancellationToken cancel) => people.IdentifyAsync(installation, cancel);

    public Task<DirectoryResult<DirectoryPage>> ListPeopleAsync(InstallationKey installation, string? cursor, CancellationToken cancel) => people.ListAsync(installation, cursor, cancel);

    public Task<DirectoryResult<ListedChannels>> ListChannelsAsync(InstallationKey installation, string group, CancellationToken cancel) => conversations.ListChannelsAsync(installation, group, cancel);
}
