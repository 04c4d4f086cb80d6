using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Cards;

/// <summary>Texts without any marks, as they are read in Teams, where what one types to the bot needs no command before it.</summary>
internal static class SpokenWords
{
    public static string Of(ChatText text) => string.Concat(text.Spans.Select(span => span is Command command ? $"“{Typed(command)}”" : span.ReadAloud()));

    public static string Typed(Command command) => command.Typed.Length > 0 ? command.Typed : "home";

    /// <summary>The one line of a notification. Where it repeats the first paragraph it is read like that.</summary>
    public static string Summary(ChatMessage message) => message.Pieces is [Paragraph first, ..] && message.Summary == first.Text.ReadAloud() ? Of(first.Text) : message.Summary;
}
