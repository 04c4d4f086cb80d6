namespace PairingBot.Domain.Rounds;

/// <summary>What somebody says of a conversation that is only proposed. Stored by name, for ever.</summary>
public enum Consent
{
    Yes,
    No,
}

/// <summary>What came of an answer to a proposal.</summary>
public enum ConsentOutcome
{
    /// <summary>A yes, and not everybody has said theirs yet.</summary>
    Kept,

    /// <summary>The last yes: they are introduced.</summary>
    Agreed,

    /// <summary>A no. The proposal is to be ended.</summary>
    Declined,

    SaidBefore,

    /// <summary>It has been settled in another way.</summary>
    TooLate,
}

/// <summary>What came of telling that somebody does not answer.</summary>
public enum SilenceOutcome
{
    Asked,
    AskedBefore,

    /// <summary>They were asked before, and said that they are there.</summary>
    IsThere,

    /// <summary>They have a time or have met, or the conversation has ended.</summary>
    Pointless,
}
