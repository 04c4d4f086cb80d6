using PairingBot.Playground.Workspace;

namespace PairingBot.Playground.ToBot;

/// <summary>What Slack hands out with a request: the right to open a modal now, and the right to answer later.</summary>
internal sealed class Access(Triggers triggers, ResponseUrls urls, PublicAddress address)
{
    public string Trigger(string person) => triggers.Issue(person);

    public string ResponseUrl(string person, string conversation, string? messageTs) =>
        address.ResponseUrl(urls.Issue(person, conversation, messageTs));
}
