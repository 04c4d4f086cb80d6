using PairingBot.Playground.ToBot;

namespace PairingBot.Playground.Workspace;

/// <summary>Coming into channels and going out of them, with the events that follow.</summary>
internal sealed class Doors(SlackWorkspace workspace, SlackEvents events)
{
    /// <summary>False when there is no such channel, or they are in it already.</summary>
    public bool Join(string channel, string person)
    {
        if (Channel(channel) is not { IsArchived: false } place || workspace.FindPerson(person) is null || place.Members.Contains(person)) return false;
        place.Members.Add(person);
        events.Joined(place, person);
        return true;
    }

    public bool Leave(string channel, string person)
    {
        if (Channel(channel) is not { } place || !place.Members.Remove(person)) return false;
        events.Left(place, person);
        return true;
    }

    public bool Archive(string channel)
    {
        if (Channel(channel) is not { IsArchived: false } place) return false;
        place.IsArchived = true;
        events.Archived(place);
        return true;
    }

    /// <summary>Slack's own two commands about channels, /leave and /invite @somebody. False when it is neither; a command that does not work does nothing.</summary>
    public bool Understands(string typed, string channel, string person)
    {
        var words = typed.Split(' ', 2, StringSplitOptions.TrimEntries);
        if (words[0] is not ("/leave" or "/invite")) return false;
        var invited = workspace.People.FirstOrDefault(known => words.Length > 1 && $"@{known.Name}".Equals(words[1], StringComparison.OrdinalIgnoreCase));
        if (words[0] == "/leave") Leave(channel, person);
        else if (invited is not null) Join(channel, invited.Id);
        return true;
    }

    private Conversation? Channel(string id) => workspace.Find(id) is { Kind: ConversationKind.Channel } place ? place : null;
}
