using PairingBot.Domain.People;

namespace PairingBot.Domain.Organizations;

/// <summary>
/// Two accounts of one e-mail address in two installations of an organization, which may be one person's. Only a yes from each of the two makes them one: an address in a directory is what some
/// administrator wrote there, but who presses in a chat is whoever has that account. A no from either is the end of it.
/// </summary>
public sealed class Twins
{
    private Twins()
    {
    }

    /// <summary>The smaller id of the two.</summary>
    public Guid OneId { get; private set; }

    public Guid OtherId { get; private set; }

    public TwinAnswer? OneSays { get; private set; }

    public TwinAnswer? OtherSays { get; private set; }

    public bool AreTwo => OneSays == TwinAnswer.NotMe || OtherSays == TwinAnswer.NotMe;

    public bool AreOne => OneSays is { } one && OtherSays is { } other && one != TwinAnswer.NotMe && other != TwinAnswer.NotMe;

    public static Twins Of(Person one, Person other) => one.Id < other.Id ? new() { OneId = one.Id, OtherId = other.Id } : new() { OneId = other.Id, OtherId = one.Id };

    /// <summary>They were taken for one, and are two after all.</summary>
    public void Part() => (OneSays, OtherSays) = (TwinAnswer.NotMe, TwinAnswer.NotMe);

    /// <summary>Until both have said yes, or one has said no, each may say something else.</summary>
    /// <returns>False when it is settled.</returns>
    public bool Say(Guid person, TwinAnswer answer)
    {
        if (AreTwo || AreOne) return false;
        if (person == OneId) OneSays = answer;
        else OtherSays = answer;
        return true;
    }
}

/// <summary>What somebody says of the other account, and where they want to be written to. Stored by name, for ever.</summary>
public enum TwinAnswer
{
    Here,
    There,
    NotMe,
}
