using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Rounds;

/// <summary>When somebody does not answer their partner: what is asked, and what each is told. Nobody is named to anybody, and nobody is to blame.</summary>
public static class SilenceWords
{
    /// <summary>So many working days there are to say "I'm here".</summary>
    public const int WorkingDays = 1;

    /// <summary>In the group; the answer goes to the presser alone.</summary>
    public static Choice NoAnswer(Pairing pairing) => new(ChatActions.NoAnswer, Texts.Plain("silence.no-answer"), Introduction.Argument(pairing));

    /// <summary>A press that ends the rest.</summary>
    public static Choice CountMeIn => new(ChatActions.Resume, Texts.Plain("silence.count-me-in"), Tone: ChoiceTone.Primary);

    /// <summary>For the home of somebody who rests.</summary>
    public static ChatText Resting => Texts.Of("silence.resting");

    /// <summary>To the presser alone: what can be done.</summary>
    public static Reply Offer(Pairing pairing, IReadOnlyList<Person> others) => new Say(new ChatMessage(
        "silence-offer",
        Texts.Plain("silence.offer.summary"),
        [
            new Paragraph(Texts.Of("silence.offer", ("people", others.Count + 1))),
            new Choices([.. others.Select(other => new Choice(ChatActions.Silent, Texts.Plain("silence.ask", ("who", other.ShortName)), Argument(pairing, other)))]),
        ]));

    /// <summary>To the presser: they are being asked.</summary>
    public static Reply Asked(Person silent) => new Replace(ChatMessage.Of("silence-asked", Texts.Of("silence.asked", ("who", silent.Mention))));

    /// <summary>To the presser: they were asked before, and said that they are there.</summary>
    public static Reply IsThere(Person silent) => new Replace(ChatMessage.Of("silence-is-there", Texts.Of("silence.is-there", ("who", silent.Mention))));

    /// <summary>To a presser whose partner told me the very same of them.</summary>
    public static Reply LookForEachOther => Reply.Say("silence-both", Texts.Of("silence.both"));

    /// <summary>There is nothing to wait for any more.</summary>
    public static Reply Pointless(PairingState state) => Reply.Say("silence-pointless", Texts.Of("silence.pointless", ("state", state.ToString())));

    /// <summary>To the one who does not answer.</summary>
    public static ChatMessage Question(Pairing pairing, IReadOnlyList<Person> others) => new(
        "silence-question",
        Texts.Plain("silence.question.summary"),
        [
            new Paragraph(Texts.Of("silence.question", ("others", Introduction.Names(others)))),
            new Choices(
            [
                new Choice(ChatActions.IAmHere, Texts.Plain("silence.here"), Introduction.Argument(pairing), ChoiceTone.Primary),
                new Choice(ChatActions.HaveNoTime, Texts.Plain("silence.no-time"), Introduction.Argument(pairing)),
            ]),
            new Note(Texts.Of("silence.question.note")),
        ]);

    /// <summary>To the one who says that they are there.</summary>
    public static Reply Thanks(IReadOnlyList<Person> others) => new Replace(ChatMessage.Of("silence-thanks", Texts.Of("silence.thanks", ("others", Introduction.Names(others)))));

    /// <summary>To the group.</summary>
    public static ChatMessage IsHere(Person person) => ChatMessage.Of("silence-here", Texts.Of("silence.is-here", ("who", person.Mention)));

    /// <summary>To the one who has no time after all.</summary>
    public static Reply NoTime(IReadOnlyList<Person> others) => new Replace(ChatMessage.Of("silence-no-time", Texts.Of("silence.let-go", ("others", Introduction.Names(others)))));

    /// <summary>To the one who did not answer: nothing hangs on them, and how they come back.</summary>
    public static ChatMessage Rested(IReadOnlyList<Person> others) => new(
        "silence-rested",
        Texts.Plain("silence.rested.summary"),
        [
            new Paragraph(Texts.Of("silence.rested.for", ("others", Introduction.Names(others)))),
            new Paragraph(Texts.Of("silence.rested")),
            new Choices([CountMeIn]),
        ]);

    /// <summary>The answer comes when all is settled.</summary>
    public static Reply TooLate(Participant? participant) => new Replace(new ChatMessage(
        "silence-too-late",
        Texts.Plain("silence.too-late"),
        [
            new Paragraph(Texts.Of("silence.too-late")),
            .. participant is { IsResting: true } ? [new Choices([CountMeIn])] : Array.Empty<MessagePiece>(),
        ]));

    /// <summary>To whoever waited.</summary>
    /// <param name="reader">Who waited.</param>
    /// <param name="program">Theirs.</param>
    /// <param name="isRunning">Whether the round can still find somebody else.</param>
    public static ChatMessage Freed(Person reader, PairingProgram program, bool isRunning) =>
        ChatMessage.Of("silence-freed", Texts.Of("silence.freed", ("round", isRunning ? "runs" : "over"), ("next", MembershipWords.Moment(reader, program.NextRoundAt))));

    /// <summary>To whoever waited in a conversation that no round brought.</summary>
    public static ChatMessage FreedForGood(IReadOnlyList<Person> others) => ChatMessage.Of("silence-freed-for-good", Texts.Of("silence.freed-for-good", ("others", Introduction.Names(others))));

    /// <summary>How somebody in a pairing comes back in the press of a button.</summary>
    public static string Argument(Pairing pairing, Person person) =>
        string.Create(CultureInfo.InvariantCulture, $"{Introduction.Argument(pairing)}.{pairing.Members.First(member => member.PersonId == person.Id).Seat}");

    /// <summary>The pairing and the seat that a button speaks of; null when it speaks of none.</summary>
    public static (string Pairing, int Seat)? Read(string argument) =>
        argument.Split('.') is [var pairing, var seat] && int.TryParse(seat, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (pairing, number) : null;
}
