namespace PairingBot.Domain.People;

/// <summary>A wish, known to nobody but its owner and the matchmaker: never pair me with this person. It holds in both directions.</summary>
public sealed class DoNotMatch
{
    private DoNotMatch()
    {
    }

    public Guid PersonId { get; private set; }

    public Guid OtherId { get; private set; }

    public static DoNotMatch Between(Person owner, Person other) => new() { PersonId = owner.Id, OtherId = other.Id };
}
