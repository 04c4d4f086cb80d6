using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Rounds;

/// <summary>The first message of a conversation, to both: why you two, what it is about, and who does what next.</summary>
public static class Introduction
{
    /// <summary>The line that opens the conversation; the introduction then takes its place (see the outbox for why there are two steps).</summary>
    public static ChatMessage Opener(IReadOnlyList<Person> people) =>
        ChatMessage.Of("introduction-opener", Texts.Of("introduction.opener", ("people", Size(people)), ("first", people[0].Mention), ("last", people[^1].Mention), ("names", Names(people))));

    /// <param name="pairing">With the questions that were chosen for it.</param>
    /// <param name="type">Its relationship.</param>
    /// <param name="people">Everybody in it.</param>
    /// <param name="goals">What each of them is trying to do; who has said nothing lately is not in it.</param>
    public static ChatMessage Message(Pairing pairing, RelationshipType type, IReadOnlyList<Person> people, IReadOnlyDictionary<Guid, string> goals)
    {
        List<MessagePiece> pieces =
        [
            new Heading(type.ConversationName),
            new Paragraph(Roles(pairing, type, people)),
            new Paragraph(Texts.Of("introduction.why", ("people", Size(people)))),
            new Bullets([.. pairing.Reasons.Select(ChatText.Plain)]),
            new Paragraph(Texts.Of("introduction.key-question", ("question", type.KeyQuestion))),
        ];
        var told = people.Where(person => goals.ContainsKey(person.Id)).Select(person => Texts.Of("introduction.goal", ("who", person.ShortName), ("goal", goals[person.Id]))).ToList();
        if (told.Count > 0) pieces.AddRange([new Paragraph(Texts.Of("introduction.goals")), new Bullets(told)]);
        pieces.AddRange(
        [
            new Paragraph(Texts.Of("introduction.to-begin-with")),
            new Bullets([.. pairing.Questions.Select(key => type.OpeningQuestions.FirstOrDefault(question => question.Key == key)).OfType<OpeningQuestion>().Select(question => ChatText.Plain(question.Text))]),
            new Paragraph(ChatText.Plain(type.HowToTalk)),
            new Paragraph(WhoDoesWhat(pairing, type, people)),
            new Choices(
            [
                new Choice(ChatActions.TimeFound, Texts.Plain("meetings.have-a-time"), Argument(pairing), ChoiceTone.Primary),
                new Choice(ChatActions.Met, Texts.Plain("meetings.met"), Argument(pairing)),
            ]),
        ]);
        return new ChatMessage("introduction", Opener(people).Summary, pieces);
    }

    /// <summary>For somebody who reads it alone: how to write to the others.</summary>
    public static ChatMessage WithLink(ChatMessage introduction, Uri link) =>
        BeforeButtons(introduction, Texts.Of("introduction.apart", ("link", new WebLink(link.AbsoluteUri, Texts.Plain("introduction.apart.link")))));

    /// <summary>For one of them, who reads it alone because not all are in one installation: where those who are elsewhere can be written to.</summary>
    public static ChatMessage WithContacts(ChatMessage introduction, Person reader, IReadOnlyList<Person> people)
    {
        var others = people.Where(person => person.InstallationId != reader.InstallationId).OrderBy(person => person.Name, StringComparer.Ordinal).ToList();
        var reachable = others.Where(other => other.Email is not null).Select(other => Texts.Of("introduction.across.contact", ("who", other.Mention), ("address", new WebLink($"mailto:{other.Email}", other.Email!)))).ToList();
        var unknown = others.Where(other => other.Email is null).Select(other => new ChatText([other.Mention])).ToList();
        List<ChatText> sentences = [Texts.Of("introduction.across", ("people", Size(people)))];
        if (reachable.Count > 0) sentences.Add(Texts.Of("introduction.across.write", ("contacts", Texts.And(reachable))));
        if (unknown.Count > 0) sentences.Add(Texts.Of("introduction.across.unknown", ("people", Texts.And(unknown))));
        return BeforeButtons(introduction, ChatText.Join(" ", sentences));
    }

    private static ChatMessage BeforeButtons(ChatMessage introduction, ChatText text)
    {
        List<MessagePiece> pieces = [.. introduction.Pieces];
        pieces.Insert(Math.Max(0, pieces.FindLastIndex(piece => piece is Choices)), new Paragraph(text));
        return introduction with { Pieces = pieces };
    }

    /// <summary>How a pairing comes back in the press of a button.</summary>
    public static string Argument(Pairing pairing) => pairing.Id.ToString("N", CultureInfo.InvariantCulture);

    private static ChatText WhoDoesWhat(Pairing pairing, RelationshipType type, IReadOnlyList<Person> people)
    {
        var organizer = people.First(person => person.Id == pairing.OrganizerId);
        var asks = FirstToAsk(pairing, type, people);
        return asks == organizer
            ? Texts.Of("introduction.organizer-asks", ("organizer", organizer.Mention))
            : Texts.Of("introduction.organizer-and-asker", ("organizer", organizer.Mention), ("asker", asks.Mention));
    }

    /// <summary>The one who seeks asks first; between equals, the one who does not organize.</summary>
    private static Person FirstToAsk(Pairing pairing, RelationshipType type, IReadOnlyList<Person> people)
    {
        var seeker = type.IsSymmetric ? null : pairing.Members.FirstOrDefault(member => member.Role == type.SeekerRole.Key);
        return people.First(person => seeker is null ? person.Id != pairing.OrganizerId : person.Id == seeker.PersonId);
    }

    private static ChatText Roles(Pairing pairing, RelationshipType type, IReadOnlyList<Person> people) => type.IsSymmetric
        ? Texts.Of("introduction.peers", ("names", Names(people)))
        : Texts.Of("introduction.roles", ("roles", Texts.And([.. people.Select(person => Texts.Of("introduction.role", ("who", person.Mention), ("role", Label(pairing, type, person))))])));

    internal static string Label(Pairing pairing, RelationshipType type, Person person) => type.RoleOf(pairing.RoleOf(person.Id)).Label;

    /// <summary>As one calls them, in running text: "Ana and Ben".</summary>
    public static string ShortNames(IReadOnlyList<Person> people) => Texts.And([.. people.Select(person => ChatText.Plain(person.ShortName))]).ReadAloud();

    internal static ChatText Names(IReadOnlyList<Person> people) => Texts.And([.. people.Select(person => new ChatText([person.Mention]))]);

    private static string Size(IReadOnlyList<Person> people) => people.Count == 2 ? "pair" : "group";
}
