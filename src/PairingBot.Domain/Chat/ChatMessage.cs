namespace PairingBot.Domain.Chat;

/// <summary>
/// A message in neutral pieces, the same for every platform. <paramref name="Key"/> names it for ever (golden files, figures);
/// <paramref name="Summary"/> is the one line that a notification shows. A platform puts the whole of the pieces into whatever
/// its screen readers read.
/// </summary>
public sealed record ChatMessage(string Key, string Summary, IReadOnlyList<MessagePiece> Pieces)
{
    /// <summary>A message of one paragraph, which is its own summary.</summary>
    public static ChatMessage Of(string key, ChatText text) => new(key, text.ReadAloud(), [new Paragraph(text)]);
}

/// <summary>A person's home in the bot: always there, replaced as a whole.</summary>
public sealed record ChatHome(IReadOnlyList<MessagePiece> Pieces);

/// <summary>A piece of a message or of a home, or words inside a form. The set is closed.</summary>
public abstract record MessagePiece;

public sealed record Heading(string Text) : MessagePiece;

public sealed record Paragraph(ChatText Text) : MessagePiece;

public sealed record Bullets(IReadOnlyList<ChatText> Items) : MessagePiece;

/// <summary>Small print below the rest.</summary>
public sealed record Note(ChatText Text) : MessagePiece;

public sealed record Divider : MessagePiece;

/// <summary>A row of buttons, at most five.</summary>
public sealed record Choices(IReadOnlyList<Choice> Items) : MessagePiece;

/// <summary>
/// A button. <paramref name="Action"/> is one of <see cref="ChatActions"/>; <paramref name="Argument"/> (at most 200 characters) comes back with
/// the press. The press is checked like any other input: a button is no permission.
/// </summary>
public sealed record Choice(string Action, string Label, string Argument = "", ChoiceTone Tone = ChoiceTone.Plain, Confirmation? Confirm = null);

public enum ChoiceTone
{
    Plain,
    Primary,
    Danger,
}

/// <summary>Asked before the press counts.</summary>
public sealed record Confirmation(string Title, string Text, string Yes, string No);
