using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Conversations;

/// <summary>What is said around a request within a conversation that has been introduced: to mentors, coaches and sponsors, never between equals.</summary>
public static class RequestWords
{
    private const string Field = "words";

    /// <summary>To the one who seeks alone, beside the introduction.</summary>
    public static ChatMessage Offer(Pairing pairing, RelationshipType type, Person seeker, Person giver, string? goal)
    {
        List<MessagePiece> pieces = [new Paragraph(Texts.Of("requests.offer", ("giver", giver.Mention)))];
        if (Offers.Reason(giver, goal) is { } reason) pieces.Add(new Paragraph(ChatText.Plain(reason)));
        pieces.AddRange(
        [
            new Paragraph(Texts.Of("requests.draft")),
            new Divider(),
            new Paragraph(ChatText.Plain(RequestDraft.For(type, seeker, giver, goal))),
            new Choices([new Choice(ChatActions.FrameRequest, Texts.Plain("requests.edit"), Introduction.Argument(pairing), ChoiceTone.Primary)]),
        ]);
        return new ChatMessage("request-offer", Texts.Plain("requests.offer-summary", ("giver", giver.ShortName)), pieces);
    }

    public static ChatForm Open(string pairing, Person giver, string draft) => new(
        ChatForms.Request,
        Texts.Plain("requests.form-title"),
        Texts.Plain("requests.form-send"),
        [
            new FormText(Texts.Of("requests.form-intro", ("giver", giver.Mention))),
            new TextField(Field, Texts.Plain("requests.form-label"), draft, Required: true, ManyLines: true, MaxLength: RequestDraft.MaxLength),
        ],
        pairing) { Cancel = Texts.Plain("requests.form-cancel") };

    /// <summary>The words, or a fault that says what to do.</summary>
    public static (string Words, IReadOnlyDictionary<string, string> Faults) Read(FormAnswers answers)
    {
        var words = answers.Text(Field);
        Dictionary<string, string> faults = [];
        if (words.Length == 0) faults[Field] = Texts.Plain("requests.empty");
        if (words.Length > RequestDraft.MaxLength) faults[Field] = Texts.Plain("requests.too-long", ("most", RequestDraft.MaxLength));
        return (words, faults);
    }

    /// <summary>To the conversation, in the seeker's name.</summary>
    public static ChatMessage Asks(Person seeker, string words) => new(
        "request",
        Texts.Plain("requests.asked-by", ("seeker", seeker.Mention)),
        [new Paragraph(Texts.Of("requests.asked-by", ("seeker", seeker.Mention))), new Paragraph(ChatText.Plain(words))]);

    public static Reply Sent(Person giver) => Reply.Say("request-sent", Texts.Of("requests.sent", ("giver", giver.Mention)));

    /// <param name="words">What was typed this time, and is given back; empty when nothing was.</param>
    public static Reply AlreadySent(string words) => Reply.Say("request-already-sent", words.Length == 0 ? Texts.Of("requests.already-sent") : Texts.Of("requests.already-sent-with-words", ("words", words)));

    /// <param name="words">What was typed, and is given back; empty when nothing was.</param>
    public static Reply Over(string words) => Reply.Say("request-over", words.Length == 0 ? Texts.Of("requests.over") : Texts.Of("requests.over-with-words", ("words", words)));

    public static Reply NotASeeker => Reply.Say("request-not-a-seeker", Texts.Of("requests.not-a-seeker"));
}
