using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;

namespace PairingBot.Slack.Blocks;

/// <summary>From <see cref="ChatMessage"/> and <see cref="ChatHome"/> to what Slack's methods take.</summary>
internal static class SlackMessages
{
    public static PostMessage Post(string conversation, ChatMessage message) => new(conversation, SpokenText.Of(message), Blocks(message));

    public static UpdateMessage Update(string conversation, string ts, ChatMessage message) => new(conversation, ts, SpokenText.Of(message), Blocks(message));

    /// <summary>Seen by one person only, and gone when they reload.</summary>
    public static InstantMessage Ephemeral(ChatMessage message) => new(SpokenText.Of(message), Blocks(message), ResponseType: "ephemeral");

    public static InstantMessage AtPress(ChatMessage message, bool replace) =>
        replace ? new(SpokenText.Of(message), Blocks(message), ReplaceOriginal: true) : Ephemeral(message) with { ReplaceOriginal = false };

    public static View Home(ChatHome home)
    {
        var blocks = PieceBlocks.Render(home.Pieces, SlackLimits.ViewBlocks);
        return new View("home", blocks.Count > 0 ? blocks : [new DividerBlock()]); // a view has at least one block
    }

    private static IReadOnlyList<Block> Blocks(ChatMessage message) => PieceBlocks.Render(message.Pieces, SlackLimits.MessageBlocks);
}
