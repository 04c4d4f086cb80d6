namespace PairingBot.Playground.SlackApi;

/// <summary>All methods that this stand-in answers; any other is unknown_method, as with a typing error at Slack.</summary>
internal sealed class ApiMethods(TeamMethods team, UserMethods users, ConversationMethods conversations, ChatMethods chat, ViewMethods views)
{
    private readonly Dictionary<string, ApiMethod> byName =
        new[] { team.All, users.All, conversations.All, chat.All, views.All }.SelectMany(all => all).ToDictionary(method => method.Name);

    public ApiMethod? Find(string name) => byName.GetValueOrDefault(name);
}
