namespace PairingBot.Domain.Conversations;

/// <summary>What one person of a conversation said to "Again?". Shown to nobody unless all said the same. One row for each person and pairing; the last word counts until all agree.</summary>
public sealed class AgainAnswer
{
    private AgainAnswer()
    {
    }

    public Guid PairingId { get; private set; }

    public Guid PersonId { get; private set; }

    public Again Wish { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static AgainAnswer Of(Guid pairing, Guid person) => new() { PairingId = pairing, PersonId = person };

    public void Say(Again wish, DateTimeOffset now) => (Wish, At) = (wish, now);

    /// <summary>What all of so many people wish; null while somebody is silent or wishes something else. That all say goodbye is no news to anybody.</summary>
    public static Again? Agreed(IReadOnlyCollection<AgainAnswer> answers, int people) =>
        answers.Count == people && answers.Select(answer => answer.Wish).Distinct().ToList() is [var wish] && wish != Again.Goodbye ? wish : null;
}

/// <summary>Stored by name, for ever.</summary>
public enum Again
{
    GoOn,
    Goodbye,

    /// <summary>Not before the cool-down is over.</summary>
    SomeDay,
}
