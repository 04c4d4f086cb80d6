using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Nudges;

/// <summary>
/// A reminder that describes itself: when it is due, whether it is still needed then, and what it says. A nudge never sends. To add one: a class beside
/// the others and a line in <see cref="NudgeCatalog"/>.
/// </summary>
public abstract class Nudge
{
    /// <summary>Stored, for ever.</summary>
    public abstract string Key { get; }

    /// <summary>Asked at the very moment of sending: a nudge that nobody needs any more is dropped.</summary>
    public abstract bool IsStillNeeded(NudgeFacts facts);

    public abstract ChatMessage Message(NudgeFacts facts);
}

/// <summary>
/// What a nudge may look at. <paramref name="Recipient"/> is null for one to the whole group; <paramref name="Reflection"/> and <paramref name="Action"/> (opened) belong
/// to the recipient.
/// </summary>
public sealed record NudgeFacts(Pairing Pairing, RelationshipType Type, IReadOnlyList<Person> People, PairingProgram Program, Person? Recipient, Reflection? Reflection, string? Action)
{
    /// <summary>The moment of sending, which may be later than was planned.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The series that the conversation belongs to; null for most.</summary>
    public Series? Series { get; init; }

    /// <summary>Times that suit everybody; null where nobody has looked for any.</summary>
    public OfferedTimes? Times { get; init; }

    /// <summary>Everybody but the recipient.</summary>
    public IReadOnlyList<Person> Others => [.. People.Where(person => person.Id != Recipient?.Id)];
}
