using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Conversations;

/// <summary>What is said when times are offered and one is taken.</summary>
public static class TimeWords
{
    private static readonly string[] Places = ["first", "second", "third"];

    /// <summary>To the conversation: other times than those before.</summary>
    public static ChatMessage Others(Pairing pairing, IReadOnlyList<Person> people, OfferedTimes times) => times.Slots.Count == 0
        ? ChatMessage.Of("times-none", Texts.Of("meetings.times-none"))
        : new ChatMessage("times-offered", Texts.Plain("meetings.times-summary"), Pieces(pairing, people, times));

    /// <summary>To whoever asked for them.</summary>
    public static Reply Looking => Reply.Say("times-looked-for", Texts.Of("meetings.times-looked-for"));

    public static Reply Passed => Reply.Say("time-passed", Texts.Of("meetings.time-taken-passed"));

    /// <summary>To the conversation: one of the times was taken.</summary>
    /// <param name="pairing">With the time.</param>
    /// <param name="taker">Who took it.</param>
    /// <param name="isInvited">An invitation is sent to the calendars.</param>
    /// <param name="file">Where each can put it into their own calendar; null where there is no such place.</param>
    public static ChatMessage Taken(Pairing pairing, Person taker, bool isInvited, Uri? file) => new(
        "time-taken",
        Say(pairing, taker, isInvited).ReadAloud(),
        [new Paragraph(Say(pairing, taker, isInvited)), .. Link(file)]);

    /// <summary>To the conversation: the calendars did not take it.</summary>
    public static ChatMessage NotInCalendars(Pairing pairing, Person reader, Uri? file) => new(
        "not-in-calendars",
        Texts.Plain("meetings.not-in-calendars", ("when", MeetingTime.InWords(pairing, reader))),
        [new Paragraph(Texts.Of("meetings.not-in-calendars", ("when", MeetingTime.InWords(pairing, reader)))), .. Link(file)]);

    /// <summary>What the entry in a calendar is called.</summary>
    public static string Subject(IReadOnlyList<Person> people) => Texts.Plain("meetings.event-subject", ("names", Introduction.ShortNames(people)));

    public static string Description => Texts.Plain("meetings.event-words");

    /// <summary>The times with a button for each; nothing where there are none.</summary>
    internal static IReadOnlyList<MessagePiece> Pieces(Pairing pairing, IReadOnlyList<Person> people, OfferedTimes? times)
    {
        if (times is not { Slots.Count: > 0 }) return [];
        var reader = people.First(person => person.Id == pairing.OrganizerId);
        var take = times.Slots.Select((slot, place) => new Choice(ChatActions.BookTime, Texts.Plain("meetings.take-time", ("place", Places[place])), TimeChoice.Of(pairing, slot), place == 0 ? ChoiceTone.Primary : ChoiceTone.Plain));
        return
        [
            new Paragraph(Texts.Of("meetings.times-suit", ("free", times.AreFree), ("people", people.Count == 2 ? "pair" : "group"))),
            new Bullets([.. times.Slots.Select(slot => new ChatText([MembershipWords.Moment(reader, slot.From)]))]),
            new Choices([.. take, new Choice(ChatActions.OtherTimes, Texts.Plain("meetings.other-times"), TimeChoice.Of(pairing, times.Page + 1))]),
        ];
    }

    private static ChatText Say(Pairing pairing, Person taker, bool isInvited) =>
        Texts.Of("meetings.time-taken", ("who", taker.Mention), ("when", MeetingTime.InWords(pairing, taker)), ("invited", isInvited));

    private static IEnumerable<MessagePiece> Link(Uri? file) => file is null ? [] : [new Paragraph(new ChatText([new WebLink(file.AbsoluteUri, Texts.Plain("meetings.add-to-calendar"))]))];
}
