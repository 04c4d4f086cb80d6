using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;
using PairingBot.Testing;

namespace PairingBot.Chat.Tests.Gallery;

/// <summary>What the bot says from the introduction to the day of the conversation, for each relationship in its own words.</summary>
internal static class SayingsInConversations
{
    private static readonly MeetingTime Thursday = new(new DateTimeOffset(2026, 3, 5, 10, 0, 0, TimeSpan.Zero), true);

    public static IEnumerable<Saying> Of(Cast cast) => [.. Introductions(cast), .. Requests(cast), .. Meetings(cast), .. Cards(cast), .. Goals(cast)];

    /// <summary>A pairing for which the day is told.</summary>
    public static Pairing Meeting(Cast cast, RelationshipType type, bool isTimeKnown = true)
    {
        var pairing = cast.Pair(type, PairingState.TimeFound);
        pairing.MeetOn(Thursday.At, isTimeKnown);
        return pairing;
    }

    private static IEnumerable<Saying> Introductions(Cast cast)
    {
        yield return new($"{nameof(Introduction)}.{nameof(Introduction.Opener)}", "pair", Introduction.Opener([cast.Ana, cast.Ben]));
        yield return new($"{nameof(Introduction)}.{nameof(Introduction.Opener)}", "trio", Introduction.Opener([cast.Ana, cast.Ben, cast.Cem]));
        foreach (var type in RelationshipCatalog.All)
        {
            yield return Introduced(type.Key, cast.Pair(type), type, cast.Ben, cast.Ana);
            yield return Introduced(type.Key + " trio", cast.Trio(type), type, cast.Ben, cast.Ana, cast.Cem);
        }
    }

    private static Saying Introduced(string which, Pairing pairing, RelationshipType type, params IReadOnlyList<Person> people)
    {
        var goals = people.Where(person => person.Profile.Goal is not null).ToDictionary(person => person.Id, person => person.Profile.Goal!);
        pairing.OpenWith(QuestionChoice.For(type, goals.Values, [], 0));
        return new($"{nameof(Introduction)}.{nameof(Introduction.Message)}", which, Introduction.Message(pairing, type, people, goals));
    }

    private static IEnumerable<Saying> Requests(Cast cast)
    {
        var alone = Introduction.WithLink(new ChatMessage("introduction", Introduction.Opener([cast.Ana, cast.Ben]).Summary, [new Choices([new Choice(ChatActions.Met, Texts.Plain("meetings.met"))])]), new Uri("https://chat.example.com/ben"));
        yield return new($"{nameof(Introduction)}.{nameof(Introduction.WithLink)}", "", alone);
        yield return new($"{nameof(HomeScreen)}.{nameof(HomeScreen.Message)}", "", HomeScreen.Message(cast.Ana, cast.Program, null, cast.Now));
        foreach (var type in RelationshipCatalog.All.Where(type => type.Request is not null))
        {
            yield return Request(nameof(RequestWords.Offer), RequestWords.Offer(cast.Pair(type), type, cast.Ben, cast.Ana, "Learn facilitation before the spring conference"), type.Key);
            yield return Request(nameof(RequestWords.Offer), RequestWords.Offer(cast.Pair(type), type, cast.Cem, cast.Ben, null), type.Key + " without a goal");
        }

        var draft = RequestDraft.For(new Mentor(), cast.Ben, cast.Ana, cast.Goal);
        yield return Request(nameof(RequestWords.Open), RequestWords.Open("42", cast.Ana, draft));
        yield return Request(nameof(RequestWords.Asks), RequestWords.Asks(cast.Ben, draft));
        yield return Request(nameof(RequestWords.Sent), RequestWords.Sent(cast.Ana));
        yield return Request(nameof(RequestWords.AlreadySent), RequestWords.AlreadySent(""));
        yield return Request(nameof(RequestWords.AlreadySent), RequestWords.AlreadySent(draft), "with words");
        yield return Request(nameof(RequestWords.Over), RequestWords.Over(""));
        yield return Request(nameof(RequestWords.Over), RequestWords.Over(draft), "with words");
        yield return Request(nameof(RequestWords.NotASeeker), RequestWords.NotASeeker);
    }

    private static IEnumerable<Saying> Meetings(Cast cast)
    {
        yield return new($"{nameof(MeetingForm)}.{nameof(MeetingForm.Open)}", "", MeetingForm.Open("42", cast.Pair(new Peer(), PairingState.TimeFound), cast.Ben));
        yield return new($"{nameof(MeetingForm)}.{nameof(MeetingForm.Open)}", "again", MeetingForm.Open("42", Meeting(cast, new Peer()), cast.Ben));
        yield return Met(nameof(MeetingWords.Told), MeetingWords.Told(Meeting(cast, new Peer()), cast.Ben, true));
        yield return Met(nameof(MeetingWords.Told), MeetingWords.Told(Meeting(cast, new Peer(), isTimeKnown: false), cast.Ben, false), "day soon");
        yield return Met(nameof(MeetingWords.NoDay), MeetingWords.NoDay);
        yield return Met(nameof(MeetingWords.Known), MeetingWords.Known);
    }

    private static IEnumerable<Saying> Cards(Cast cast)
    {
        foreach (var type in RelationshipCatalog.All)
            foreach (var reader in type.IsSymmetric ? [cast.Ben] : new[] { cast.Ben, cast.Ana })
            {
                var facts = new NudgeFacts(Meeting(cast, type), type, [cast.Ben, cast.Ana], cast.Program, reader, null, null) { Now = Thursday.At };
                yield return new($"{nameof(PreparationCard)}.{nameof(PreparationCard.Message)}", facts.Pairing.RoleOf(reader.Id), NudgeCatalog.PreparationCard.Message(facts));
            }

        var day = new NudgeFacts(Meeting(cast, new Peer(), isTimeKnown: false), new Peer(), [cast.Ben, cast.Ana], cast.Program, null, null, null) { Now = cast.Now };
        yield return new($"{nameof(Tomorrow)}.{nameof(Tomorrow.Message)}", "day", NudgeCatalog.Tomorrow.Message(day));
    }

    private static IEnumerable<Saying> Goals(Cast cast)
    {
        yield return new($"{nameof(GoalWords)}.{nameof(GoalWords.AskAnew)}", "", GoalWords.AskAnew(cast.Goal));
        yield return new($"{nameof(HomeScreen)}.{nameof(HomeScreen.Pieces)}", "old goal", new ChatHome(HomeScreen.Pieces(cast.Ana, cast.Program, Sample.Participant(), [], cast.Now, isGoalOld: true)));
    }

    private static Saying Request(string member, object said, string which = "") => new($"{nameof(RequestWords)}.{member}", which, said);

    private static Saying Met(string member, object said, string which = "") => new($"{nameof(MeetingWords)}.{member}", which, said);
}
