using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Asks;

/// <summary>Somebody who was found, as the seeker reads of them.</summary>
public sealed record FoundPerson(AskCandidate Candidate, Person Person, string Reason);

/// <summary>What the bot says around an ask. The seeker reads that somebody is asked and, at the very end, that nobody has time just now; who had none is told to nobody.</summary>
public static class AskWords
{
    /// <summary>So many working days there are to answer.</summary>
    public const int WorkingDays = 3;

    private const int LongestQuote = 300;

    /// <summary>For the home.</summary>
    public static Choice Press => new(ChatActions.Ask, Texts.Plain("asks.press"));

    /// <summary>To the seeker alone.</summary>
    public static Reply Found(Ask ask, string topic, IReadOnlyList<FoundPerson> found) => new Say(new ChatMessage(
        "ask-found",
        Texts.Plain("asks.found.summary", ("count", found.Count)),
        [
            new Paragraph(Texts.Of("asks.found", ("count", found.Count), ("topic", Quoted(topic)))),
            new Bullets([.. found.Select(each => Texts.Of("asks.found.person", ("who", each.Person.Mention), ("reason", each.Reason)))]),
            new Choices([.. found.Select(each => Choose(ask, each, isFirst: true))]),
            new Note(Texts.Of("asks.found.note", ("count", found.Count))),
        ]));

    public static Reply NobodyFits(Ask ask, string topic) => new Say(new ChatMessage(
        "ask-nobody-fits",
        Texts.Plain("asks.nobody-fits.summary"),
        [
            new Paragraph(Texts.Of("asks.nobody-fits", ("topic", Quoted(topic)))),
            new Choices([new Choice(ChatActions.Ask, Texts.Plain("asks.other-words"), Tone: ChoiceTone.Primary), new Choice(ChatActions.AskGoal, Texts.Plain("asks.as-goal"), Argument(ask))]),
        ]));

    public static Reply TopicTooLong(string topic) => Reply.Say("ask-too-long", Texts.Of("asks.too-long", ("most", AskForm.LongestTopic), ("topic", topic)));

    /// <summary>How it stands: the seeker's own choices, and nothing of what anybody has said.</summary>
    public static Reply Asking(Ask ask, IReadOnlyList<Person> chosen, IReadOnlyList<FoundPerson> free) => new Say(new ChatMessage(
        "ask-asking",
        Texts.Plain("asks.asking.summary"),
        [
            new Paragraph(Texts.Of("asks.asking", ("count", chosen.Count), ("first", chosen[0].Mention), ("others", Texts.And([.. chosen.Skip(1).Select(person => ChatText.Of($"{person.Mention}"))])))),
            .. free.Count > 0 ? [new Paragraph(Texts.Of("asks.asking.more"))] : Array.Empty<MessagePiece>(),
            new Choices([.. free.Select(each => Choose(ask, each, isFirst: false)), new Choice(ChatActions.AskCallOff, Texts.Plain("asks.call-off"), Argument(ask))]),
            new Note(Texts.Of("asks.asking.note")),
        ]));

    /// <summary>To somebody who is asked.</summary>
    public static ChatMessage Question(Ask ask, AskCandidate asked, Person seeker, string request) => new(
        "ask-question",
        Texts.Plain("asks.question.summary", ("seeker", seeker.Mention)),
        [
            new Paragraph(Texts.Of("asks.question", ("seeker", seeker.Mention))),
            new Paragraph(ChatText.Plain(request)),
            new Choices([new Choice(ChatActions.AskYes, Texts.Plain("asks.yes"), Argument(ask, asked), ChoiceTone.Primary), new Choice(ChatActions.AskNo, Texts.Plain("asks.no"), Argument(ask, asked))]),
            new Note(Texts.Of("asks.question.note")),
        ]);

    public static Reply YesThanks(Person seeker) => new Replace(ChatMessage.Of("ask-yes", Texts.Of("asks.yes-thanks", ("seeker", seeker.Mention))));

    public static Reply NoThanks => new Replace(ChatMessage.Of("ask-no", Texts.Of("asks.no-thanks")));

    /// <summary>The answer comes late: in the same words whether somebody else said yes, time was up, or the seeker called it off.</summary>
    public static Reply Settled => new Replace(ChatMessage.Of("ask-settled", Texts.Of("asks.settled")));

    /// <summary>To the group, after the introduction.</summary>
    public static ChatMessage Request(Person seeker, string request) => new(
        "ask-request", Texts.Plain("asks.request", ("seeker", seeker.Mention)), [new Paragraph(Texts.Of("asks.request", ("seeker", seeker.Mention))), new Paragraph(ChatText.Plain(request))]);

    /// <summary>To the seeker, at the very end.</summary>
    public static ChatMessage NobodyHasTime(Ask ask) => new(
        "ask-nobody-has-time",
        Texts.Plain("asks.nobody-has-time.summary"),
        [
            new Paragraph(Texts.Of("asks.nobody-has-time")),
            new Choices([new Choice(ChatActions.Ask, Texts.Plain("asks.again"), Tone: ChoiceTone.Primary), new Choice(ChatActions.AskGoal, Texts.Plain("asks.as-goal"), Argument(ask))]),
        ]);

    public static Reply CalledOff => Reply.Say("ask-called-off", Texts.Of("asks.called-off"));

    /// <summary>A button of an ask that is over.</summary>
    public static Reply IsOver => new Say(new ChatMessage("ask-is-over", Texts.Plain("asks.is-over"), [new Paragraph(Texts.Of("asks.is-over")), new Choices([Press])]));

    /// <summary>How an ask comes back in the press of a button.</summary>
    public static string Argument(Ask ask) => ask.Id.ToString("N", CultureInfo.InvariantCulture);

    public static string Argument(Ask ask, AskCandidate candidate) => string.Create(CultureInfo.InvariantCulture, $"{ask.Id:N}.{candidate.Place}");

    /// <summary>The ask that a button speaks of, and the place of the candidate in it (0: of none); null when it speaks of no ask.</summary>
    public static (Guid Ask, int Place)? Read(string argument)
    {
        var parts = argument.Split('.');
        if (!Guid.TryParseExact(parts[0], "N", out var ask)) return null;
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? (ask, place) : (ask, 0);
    }

    private static Choice Choose(Ask ask, FoundPerson found, bool isFirst) =>
        new(ChatActions.AskChoose, isFirst ? Texts.Plain("asks.choose", ("who", found.Person.ShortName)) : Texts.Plain("asks.choose-next", ("who", found.Person.ShortName)), Argument(ask, found.Candidate));

    private static string Quoted(string topic) => topic.Length <= LongestQuote ? topic : topic[..LongestQuote];
}
