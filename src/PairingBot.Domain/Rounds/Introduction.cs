using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;

namespace PairingBot.Domain.Rounds;

/// <summary>The first message of a conversation, to both: why you two, what it is about, and who does what next.</summary>
public static class Introduction
{
    private const int QuestionsShown = 3;

    /// <summary>The line that opens the conversation; the introduction then takes its place (see the outbox for why there are two steps).</summary>
    public static ChatMessage Opener(IReadOnlyList<Person> people) =>
        ChatMessage.Of("introduction-opener", people.Count == 2 ? ChatText.Of($"{people[0].Mention}, meet {people[1].Mention}.") : ChatText.Of($"{Names(people)}, meet each other."));

    public static ChatMessage Message(Pairing pairing, RelationshipType type, IReadOnlyList<Person> people, long seed)
    {
        var organizer = people.First(person => person.Id == pairing.OrganizerId);
        var asks = FirstToAsk(pairing, type, people);
        List<MessagePiece> pieces =
        [
            new Heading(type.ConversationName),
            new Paragraph(Roles(pairing, type, people)),
            new Paragraph(ChatText.Of($"{ChatText.Strong(people.Count == 2 ? "Why you two" : "Why you")}")),
            new Bullets([.. pairing.Reasons.Select(ChatText.Plain)]),
            new Paragraph(ChatText.Of($"{ChatText.Strong("The question between you:")} {type.KeyQuestion}")),
        ];
        var goals = people.Where(person => person.Profile.Goal is not null).Select(person => ChatText.Of($"{person.ShortName}: {person.Profile.Goal}")).ToList();
        if (goals.Count > 0) pieces.AddRange([new Paragraph(ChatText.Of($"{ChatText.Strong("What you are trying to do")}")), new Bullets(goals)]);
        pieces.AddRange(
        [
            new Paragraph(ChatText.Of($"{ChatText.Strong("To begin with")}")),
            new Bullets([.. Questions(type, seed, pairing).Select(ChatText.Plain)]),
            new Paragraph(ChatText.Of($"{type.HowToTalk}")),
            new Paragraph(asks == organizer
                ? ChatText.Of($"{organizer.Mention}, please find a time this week. You also ask first.")
                : ChatText.Of($"{organizer.Mention}, please find a time this week. {asks.Mention}, you ask first.")),
            new Choices([new Choice(ChatActions.TimeFound, "We have a time", Argument(pairing), ChoiceTone.Primary), new Choice(ChatActions.Met, "We met", Argument(pairing))]),
        ]);
        return new ChatMessage("introduction", Opener(people).Summary, pieces);
    }

    /// <summary>How a pairing comes back in the press of a button.</summary>
    public static string Argument(Pairing pairing) => pairing.Id.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>The one who seeks asks first; between equals, the one who does not organize.</summary>
    private static Person FirstToAsk(Pairing pairing, RelationshipType type, IReadOnlyList<Person> people)
    {
        var seeker = type.IsSymmetric ? null : pairing.Members.FirstOrDefault(member => member.Role == type.SeekerRole.Key);
        return people.First(person => seeker is null ? person.Id != pairing.OrganizerId : person.Id == seeker.PersonId);
    }

    private static ChatText Roles(Pairing pairing, RelationshipType type, IReadOnlyList<Person> people)
    {
        if (type.IsSymmetric) return ChatText.Of($"{Names(people)}, this time you talk with each other, for 30 minutes.");
        var parts = people.Select(person => ChatText.Of($"{person.Mention} as {Label(pairing, type, person)}")).ToList();
        return ChatText.Of($"{ChatText.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}: this time you talk with each other, for 30 minutes.");
    }

    internal static string Label(Pairing pairing, RelationshipType type, Person person) =>
        (pairing.Members.First(member => member.PersonId == person.Id).Role == type.SeekerRole.Key ? type.SeekerRole.Label : type.GiverRole.Label).ToLowerInvariant();

    /// <summary>Three opening questions, turned on by the round's seed so that they differ from week to week.</summary>
    private static IEnumerable<string> Questions(RelationshipType type, long seed, Pairing pairing)
    {
        var count = type.OpeningQuestions.Count;
        var first = (int)(((ulong)seed + pairing.Members[0].PersonId.ToByteArray()[15]) % (ulong)count);
        return Enumerable.Range(first, Math.Min(QuestionsShown, count)).Select(index => type.OpeningQuestions[index % count]);
    }

    internal static ChatText Names(IReadOnlyList<Person> people) => people.Count == 1
        ? ChatText.Of($"{people[0].Mention}")
        : ChatText.Of($"{ChatText.Join(", ", people.Take(people.Count - 1).Select(person => ChatText.Of($"{person.Mention}")))} and {people[^1].Mention}");
}
