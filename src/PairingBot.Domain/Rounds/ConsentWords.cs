using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Rounds;

/// <summary>What the bot says where both must say yes before anything is opened. Nobody ever learns what the other has said.</summary>
public static class ConsentWords
{
    /// <summary>So many working days there are to answer.</summary>
    public const int WorkingDays = 3;

    /// <summary>To each of the people apart.</summary>
    public static ChatMessage Question(Pairing pairing, RelationshipType type, Person reader, IReadOnlyList<Person> people)
    {
        var others = people.Where(person => person.Id != reader.Id).ToList();
        return new ChatMessage(
            "consent-question",
            Texts.Plain("consent.question.summary", ("others", Introduction.Names(others))),
            [
                new Paragraph(Texts.Of("consent.question", ("side", Side(pairing, reader)), ("others", Introduction.Names(others)))),
                new Bullets([.. pairing.Reasons.Select(ChatText.Plain)]),
                new Paragraph(Texts.Of("consent.meaning", ("side", Side(pairing, reader)), ("question", type.KeyQuestion))),
                new Paragraph(Texts.Of("consent.shall-i")),
                new Choices([Yes(pairing), No(pairing)]),
                new Note(Texts.Of("consent.note")),
            ]);
    }

    /// <summary>A yes, which may still be taken back.</summary>
    public static Reply YesKept(Pairing pairing, IReadOnlyList<Person> others) => new Replace(new ChatMessage(
        "consent-yes-kept",
        Texts.Plain("consent.yes-kept", ("others", Introduction.Names(others))),
        [new Paragraph(Texts.Of("consent.yes-kept", ("others", Introduction.Names(others)))), new Choices([No(pairing)])]));

    /// <summary>The last yes.</summary>
    public static Reply Agreed(IReadOnlyList<Person> others) => new Replace(ChatMessage.Of("consent-agreed", Texts.Of("consent.agreed", ("others", Introduction.Names(others)))));

    /// <summary>To whoever said no.</summary>
    public static Reply NoKept(IReadOnlyList<Person> others) => new Replace(ChatMessage.Of("consent-no-kept", Texts.Of("consent.no-kept", ("others", Introduction.Names(others)))));

    /// <summary>The answer comes when all is settled: the two are introduced, or it did not come about.</summary>
    public static Reply Settled(Pairing pairing, IReadOnlyList<Person> others) => new Replace(ChatMessage.Of(
        "consent-settled", Texts.Of("consent.settled", ("outcome", pairing.State == PairingState.Declined ? "declined" : "introduced"), ("others", Introduction.Names(others)))));

    /// <summary>To whoever did not say no: always in these words, whoever said what or nothing.</summary>
    /// <param name="reader">One of the people.</param>
    /// <param name="program">Theirs.</param>
    /// <param name="isRunning">Whether the round can still find somebody else.</param>
    public static ChatMessage CameToNothing(Person reader, PairingProgram program, bool isRunning) =>
        ChatMessage.Of("consent-came-to-nothing", Texts.Of("consent.came-to-nothing", ("round", isRunning ? "runs" : "over"), ("next", MembershipWords.Moment(reader, program.NextRoundAt))));

    /// <summary>For a press that belongs to a conversation, where there is none.</summary>
    public static ChatText NotOpen(PairingState state) => Texts.Of("consent.not-open", ("state", state.ToString()));

    /// <summary>For the home: what this person was asked, and what they themselves have said.</summary>
    public static ChatText Current(OwnPairing own) => Texts.Of("consent.current", ("own", OwnAnswer(own)), ("others", Introduction.Names(own.Others)));

    /// <summary>Before the reasons.</summary>
    public static ChatText Why(OwnPairing own) => Texts.Of("consent.why", ("others", Introduction.Names(own.Others)));

    private static string OwnAnswer(OwnPairing own) => own.Pairing.Members.First(member => own.Others.All(other => other.Id != member.PersonId)).Consent == Consent.Yes ? "yes" : "nothing";

    private static string Side(Pairing pairing, Person reader) => pairing.Members.First(member => member.PersonId == reader.Id).Gives ? "gives" : "seeks";

    private static Choice Yes(Pairing pairing) => new(ChatActions.ConsentYes, Texts.Plain("consent.yes"), Introduction.Argument(pairing), ChoiceTone.Primary);

    private static Choice No(Pairing pairing) => new(ChatActions.ConsentNo, Texts.Plain("consent.no"), Introduction.Argument(pairing));
}
