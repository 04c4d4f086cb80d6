using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Organizations;

/// <summary>What somebody hears whom two directories of their organization know.</summary>
public static class TwinWords
{
    public static Reply Two => new Replace(ChatMessage.Of("twin-two", Texts.Of("organization.twin.two")));

    public static Reply Settled => Reply.Say("twin-settled", Texts.Of("organization.twin.settled"));

    public static Reply Busy => Reply.Say("twin-busy", Texts.Of("organization.twin.busy"));

    public static Reply Undone => new Replace(ChatMessage.Of("twin-undone", Texts.Of("organization.twin.undone")));

    /// <summary>In private, once on each side.</summary>
    public static ChatMessage Question(Person reader, Person other, Installation there)
    {
        var argument = other.Id.ToString("N");
        return new ChatMessage(
            "twin-question",
            Texts.Plain("organization.twin.summary"),
            [
                new Paragraph(Texts.Of("organization.twin.ask", ("place", ConnectionWords.Place(there)), ("address", reader.Email))),
                new Choices(
                [
                    new Choice(ChatActions.TwinHere, Texts.Plain("organization.twin.here"), argument),
                    new Choice(ChatActions.TwinThere, Texts.Plain("organization.twin.there"), argument),
                    new Choice(ChatActions.TwinNotMe, Texts.Plain("organization.twin.not-me"), argument),
                ]),
            ]);
    }

    public static Reply Kept(Installation there) => new Replace(ChatMessage.Of("twin-kept", Texts.Of("organization.twin.kept", ("place", ConnectionWords.Place(there)))));

    /// <summary>To both accounts: whoever did not mean it finds the way back in either.</summary>
    public static ChatMessage One(Person other, Installation there, bool isHere)
    {
        var text = isHere ? Texts.Of("organization.twin.one.here", ("place", ConnectionWords.Place(there))) : Texts.Of("organization.twin.one.there", ("place", ConnectionWords.Place(there)));
        return new ChatMessage("twin-one", text.ReadAloud(), [new Paragraph(text), new Choices([Undo(other)])]);
    }

    private static Choice Undo(Person other) => new(
        ChatActions.TwinUndo,
        Texts.Plain("organization.twin.undo"),
        other.Id.ToString("N"),
        Confirm: new Confirmation(Texts.Plain("organization.twin.undo.title"), Texts.Plain("organization.twin.undo.text"), Texts.Plain("organization.twin.undo.yes"), Texts.Plain("organization.twin.undo.no")));
}
