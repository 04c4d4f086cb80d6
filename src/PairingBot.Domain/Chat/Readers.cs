namespace PairingBot.Domain.Chat;

/// <summary>
/// Binds what is said to those who read it. An id means somebody in one installation only, and an organization may have several: whoever lives elsewhere is called by their name, and a channel that is
/// elsewhere is a channel. Whatever goes out passes here once (a row of the outbox, a reply in the response); platforms show what was not bound as plain words.
/// </summary>
public static class Readers
{
    public static ChatMessage ReadIn(this ChatMessage message, Guid installation) => message with { Pieces = ReadIn(message.Pieces, installation) };

    public static ChatHome ReadIn(this ChatHome home, Guid installation) => new(ReadIn(home.Pieces, installation));

    public static ChatForm ReadIn(this ChatForm form, Guid installation) =>
        form with { Pieces = [.. form.Pieces.Select(piece => piece is FormText { Text: var text } ? new FormText(ReadIn(text, installation)) : piece)] };

    public static Reply ReadIn(this Reply reply, Guid installation) => reply switch
    {
        Say say => new Say(say.Message.ReadIn(installation)),
        Replace replace => new Replace(replace.Message.ReadIn(installation)),
        OpenForm open => new OpenForm(open.Form.ReadIn(installation)),
        _ => reply,
    };

    private static IReadOnlyList<MessagePiece> ReadIn(IReadOnlyList<MessagePiece> pieces, Guid installation) => [.. pieces.Select(piece => piece switch
    {
        Paragraph paragraph => new Paragraph(ReadIn(paragraph.Text, installation)),
        Bullets bullets => new Bullets([.. bullets.Items.Select(item => ReadIn(item, installation))]),
        Note note => new Note(ReadIn(note.Text, installation)),
        _ => piece,
    })];

    private static ChatText ReadIn(ChatText text, Guid installation) => new([.. text.Spans.Select(span => span switch
    {
        Mention { LivesIn: { } home } mention => home == installation ? mention with { LivesIn = null } : new Words(mention.Name),
        ChannelMention { LivesIn: { } home } channel => home == installation ? channel with { LivesIn = null } : new Words(channel.ReadAloud()),
        _ => span,
    })]);
}
