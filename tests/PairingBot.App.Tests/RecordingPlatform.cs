using System.Collections.Concurrent;
using PairingBot.Domain.Chat;
using PairingBot.Testing;

namespace PairingBot.App.Tests;

/// <summary>A chat platform that keeps what it is told. Its events are words: "who says what", "who is bot", "who adds bot", "who removes bot", "who joins channel", "who leaves channel", "old becomes new", "bot enters group", "who enters group" and both with "quits", "channel closes", "broken", "nothing".</summary>
internal sealed class RecordingPlatform : IChatPlatform
{
    private int _messages;

    public string Key => Workspace.Platform;

    public Uri? InstallAt { get; set; }

    public string Name { get; init; } = "Fernhill";

    /// <summary>Whether each workspace that speaks to us is served.</summary>
    public bool LetsInMany { get; set; }

    public bool ServesMany => LetsInMany || InstallAt is not null;

    public InstallationKey Workspace { get; set; } = new("slack", "T1");

    public List<DirectoryPerson> Directory { get; } = [];

    public ConcurrentQueue<(InstallationKey Installation, string Conversation, string MessageId, ChatMessage Message)> Posts { get; } = [];

    public ConcurrentQueue<(string MessageId, ChatMessage Message)> Updates { get; } = [];

    /// <summary>What pressers were told, and whether in place of the message.</summary>
    public ConcurrentQueue<(ChatMessage Message, bool Replaces)> PressAnswers { get; } = [];

    public ConcurrentQueue<(string Person, ChatHome Home)> Homes { get; } = [];

    /// <summary>For each page of the directory that is asked for, how it is answered; without any, the whole directory is one page.</summary>
    public Queue<DirectoryResult<DirectoryPage>> Pages { get; } = new();

    /// <summary>The cursors that were asked for.</summary>
    public List<string?> Cursors { get; } = [];

    public ConcurrentQueue<string> Opened { get; } = [];

    /// <summary>How the opening of a conversation of several ends, where there is none.</summary>
    public Apart? Apart { get; set; }

    /// <summary>How the next calls of these names end, first come first served; without one they succeed.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<DeliveryResult>> Faults { get; } = [];

    public void Fail(string step, params DeliveryResult[] results) => Faults[step] = new ConcurrentQueue<DeliveryResult>(results);

    public IEnumerable<string> Keys(string conversation) => Posts.Where(post => post.Conversation == conversation).Select(post => post.Message.Key);

    public ChatRequest? Read(string body) => body.Split(' ', 3) switch
    {
        [var who, "says", var words] => Event(who, new DirectMessage(words)),
        [var who, "is", var standing] => Event(who, new PersonChanged(Listed(who, Enum.Parse<DirectoryStanding>(standing)))),
        [var who, "adds", "bot"] => Event(who, new PersonReached(who, MayOrganize: true)),
        [var who, "removes", "bot"] => Event(who, new PersonLost(who, "uninstalled")),
        [var who, "joins", var channel] => Event(who, new ChannelJoined(channel, who, NextMoment())),
        [var who, "leaves", var channel] => Event(who, new ChannelLeft(channel, who, NextMoment())),
        [var old, "becomes", var now] => Event("", new ChannelMoved(old, now)),
        ["bot", "enters", var group] => Event("", new ChannelGroupEntered(group)),
        ["bot", "quits", var group] => Event("", new ChannelGroupLeft(group)),
        [var who, "enters", var group] => Event(who, new PeopleJoinedGroup(group, [who], NextMoment())),
        [var who, "quits", var group] => Event(who, new PeopleLeftGroup(group, [who], NextMoment())),
        [var channel, "closes"] => Event("", new ChannelClosed(channel)),
        ["broken", ..] => throw new FormatException("The event is broken."),
        _ => null,
    };

    public Task<DeliveryResult> OpenConversationAsync(InstallationKey installation, IReadOnlyList<string> people, CancellationToken cancel)
    {
        if (Fault("open") is { } fault) return Task.FromResult(fault);
        if (people.Count > 1 && Apart is { } apart) return Task.FromResult<DeliveryResult>(apart);
        var id = string.Join('+', people);
        Opened.Enqueue(id);
        return Task.FromResult<DeliveryResult>(new Delivered(id));
    }

    public Task<DeliveryResult> PostAsync(InstallationKey installation, string conversation, ChatMessage message, CancellationToken cancel)
    {
        if (Fault("post") is { } fault) return Task.FromResult(fault);
        var id = $"m{Interlocked.Increment(ref _messages)}";
        Posts.Enqueue((installation, conversation, id, message));
        return Task.FromResult<DeliveryResult>(new Delivered(id));
    }

    public Task<DeliveryResult> UpdateAsync(InstallationKey installation, string conversation, string messageId, ChatMessage message, CancellationToken cancel)
    {
        if (Fault("update") is { } fault) return Task.FromResult(fault);
        Updates.Enqueue((messageId, message));
        return Task.FromResult<DeliveryResult>(new Delivered(messageId));
    }

    public Task<DeliveryResult> AnswerPressAsync(string replyHandle, ChatMessage message, bool replace, CancellationToken cancel)
    {
        PressAnswers.Enqueue((message, replace));
        return Task.FromResult<DeliveryResult>(new Delivered(""));
    }

    public Task<DeliveryResult> PublishHomeAsync(InstallationKey installation, string person, ChatHome home, CancellationToken cancel)
    {
        Homes.Enqueue((person, home));
        return Task.FromResult<DeliveryResult>(new Delivered(""));
    }

    public Task<DirectoryResult<DirectoryWorkspace>> IdentifyAsync(InstallationKey? installation, CancellationToken cancel) =>
        Task.FromResult(new DirectoryResult<DirectoryWorkspace>(new DirectoryWorkspace(Workspace, Name, "UBOT"), null));

    public Task<DirectoryResult<DirectoryPage>> ListPeopleAsync(InstallationKey installation, string? cursor, CancellationToken cancel)
    {
        Cursors.Add(cursor);
        return Task.FromResult(Pages.TryDequeue(out var page) ? page : new DirectoryResult<DirectoryPage>(new DirectoryPage([.. Directory], null), null));
    }

    /// <summary>The channels of each group; one that is not here does not exist.</summary>
    public Dictionary<string, ListedChannels> Groups { get; } = [];

    public Task<DirectoryResult<ListedChannels>> ListChannelsAsync(InstallationKey installation, string group, CancellationToken cancel) => Task.FromResult(
        Fault("list-channels") is { } fault ? new DirectoryResult<ListedChannels>(null, fault)
        : Groups.TryGetValue(group, out var listed) ? new DirectoryResult<ListedChannels>(listed, null)
        : new DirectoryResult<ListedChannels>(null, new Gone(GoneScope.Place, "not-in-group")));

    public static DirectoryPerson Listed(string who, DirectoryStanding standing = DirectoryStanding.Member, bool isOwner = false) =>
        new(who, who + " of the House", null, "Etc/UTC", null, false, isOwner, standing);

    /// <summary>Events come in the order in which they are read, unless a test sets the moment back.</summary>
    public DateTimeOffset Moment { get; set; } = Sample.Now;

    private DateTimeOffset NextMoment() => Moment = Moment.AddSeconds(1);

    private ChatRequest Event(string who, Intent intent) => new(Workspace, new ChatSender(who), intent, ChatPlace.Event);

    private DeliveryResult? Fault(string step) => Faults.TryGetValue(step, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
}
