using PairingBot.Playground.Company;

namespace PairingBot.Playground.Workspace;

/// <summary>
/// All that the stand-in remembers, in memory. Whoever reads or changes it holds <see cref="Gate"/>: one lock is plenty
/// for one company, and it makes every API call as atomic as Slack makes it look.
/// </summary>
public sealed class SlackWorkspace
{
    private readonly Dictionary<string, Conversation> conversations = [];
    private readonly Dictionary<(string Person, string Conversation), string> read = [];
    private readonly List<Person> people;

    public SlackWorkspace(CompanyFile company, Timestamps timestamps, ViewStacks views)
    {
        Team = company.Team;
        Bot = company.Bot;
        Timestamps = timestamps;
        Views = views;
        people = [.. company.People, BotPerson(company.Bot)];
        foreach (var channel in company.Channels) AddChannel(channel);
    }

    public Lock Gate { get; } = new();
    public Team Team { get; }
    public BotUser Bot { get; }
    public Timestamps Timestamps { get; }
    public ViewStacks Views { get; }
    public IReadOnlyList<Person> People => people;
    public IEnumerable<Conversation> Conversations => conversations.Values;

    public Person? FindPerson(string? id) => people.Find(person => person.Id == id);

    public Conversation? Find(string? id) => id is not null && conversations.TryGetValue(id, out var found) ? found : null;

    /// <summary>A link may name a person by handle or by the beginning of the id.</summary>
    public Person? Guess(string? text) => string.IsNullOrEmpty(text) ? null
        : FindPerson(text) ?? people.Find(person => person.CanSignIn
            && (person.Name.Equals(text, StringComparison.OrdinalIgnoreCase) || person.Id.StartsWith(text, StringComparison.OrdinalIgnoreCase)));

    public void Put(Person person)
    {
        var index = people.FindIndex(known => known.Id == person.Id);
        if (index < 0) people.Add(person);
        else people[index] = person;
    }

    public static string DirectId(string person) => "D" + person[1..];

    /// <summary>The same set of people always gives the same conversation, however they are ordered.</summary>
    public (Conversation Conversation, bool Created) Open(IReadOnlyCollection<string> persons)
    {
        var members = persons.Append(Bot.UserId).Distinct().Order(StringComparer.Ordinal).ToList();
        var known = conversations.Values.FirstOrDefault(place => place.Kind != ConversationKind.Channel && place.Members.SequenceEqual(members));
        if (known is not null) return (known, false);
        var isDirect = members.Count == 2;
        var opened = new Conversation
        {
            Id = isDirect ? DirectId(members.First(member => member != Bot.UserId)) : Ids.New("C"),
            Kind = isDirect ? ConversationKind.Direct : ConversationKind.Group,
            Name = isDirect ? "" : GroupName(members),
            Members = members,
        };
        conversations[opened.Id] = opened;
        return (opened, true);
    }

    public void MarkRead(string person, string conversation)
    {
        if (Find(conversation)?.Messages.LastOrDefault(message => message.IsVisibleTo(person)) is { } last) read[(person, conversation)] = last.Ts;
    }

    public int Unread(string person, Conversation conversation) => NewTo(person, conversation).Count();

    /// <summary>Unread messages meant for this very person; what is said to a whole channel rings no bell.</summary>
    public int Waiting(string person, Conversation conversation) => NewTo(person, conversation).Count(message =>
        conversation.Kind != ConversationKind.Channel || message.EphemeralFor == person || message.Text.Contains($"<@{person}", StringComparison.Ordinal));

    private IEnumerable<Message> NewTo(string person, Conversation conversation)
    {
        var until = read.GetValueOrDefault((person, conversation.Id), "");
        return conversation.Messages.Where(message =>
            message.User != person && message.IsVisibleTo(person) && string.CompareOrdinal(message.Ts, until) > 0);
    }

    private string GroupName(IEnumerable<string> members) =>
        $"mpdm-{string.Join("--", members.Select(id => FindPerson(id)?.Name ?? id))}-1";

    private void AddChannel(ChannelEntry entry)
    {
        var everybody = people.Where(person => person is { Deleted: false, IsRestricted: false, IsUltraRestricted: false, IsSlackbot: false, IsStranger: false }).Select(person => person.Id);
        conversations[entry.Id] = new Conversation
        {
            Id = entry.Id,
            Kind = ConversationKind.Channel,
            Name = entry.Name,
            Topic = entry.Topic ?? "",
            Members = [.. entry.IsForAll ? everybody : entry.MemberIds],
        };
    }

    private static Person BotPerson(BotUser bot) =>
        new() { Id = bot.UserId, Name = bot.Name.ToLowerInvariant(), RealName = bot.Name, IsBot = true };
}
