using System.Text.Json.Nodes;
using PairingBot.Playground.SlackApi;

namespace PairingBot.Playground.Workspace;

/// <summary>Writes messages into conversations, from the bot, from a person, or from Slack itself.</summary>
internal sealed class Posting(SlackWorkspace workspace)
{
    public Message FromBot(Conversation place, MessageContent content, string? onlyFor = null, string? threadTs = null, JsonNode? metadata = null) =>
        Add(place, new Message
        {
            Ts = workspace.Timestamps.Next(),
            User = workspace.Bot.UserId,
            BotId = workspace.Bot.BotId,
            AppId = workspace.Bot.AppId,
            EphemeralFor = onlyFor,
            ThreadTs = threadTs,
            Text = content.Text,
            Blocks = content.Blocks,
            Metadata = metadata?.DeepClone(),
        });

    public Message FromPerson(Conversation place, string person, string text) =>
        Add(place, new Message { Ts = workspace.Timestamps.Next(), User = person, Text = text });

    /// <summary>What Slack itself says to one person, for instance that an app did not answer.</summary>
    public Message FromSlackbot(Conversation place, string person, string text) =>
        Add(place, new Message { Ts = workspace.Timestamps.Next(), User = "USLACKBOT", EphemeralFor = person, Text = text });

    public void Edit(Message message, MessageContent content)
    {
        message.Text = content.Text;
        message.Blocks = content.Blocks;
        message.EditedTs = workspace.Timestamps.Next();
    }

    private static Message Add(Conversation place, Message message)
    {
        place.Messages.Add(message);
        return message;
    }
}
